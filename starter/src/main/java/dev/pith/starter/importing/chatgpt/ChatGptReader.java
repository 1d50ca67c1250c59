package dev.pith.starter.importing.chatgpt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.MessageTree;
import dev.pith.starter.importing.reading.Speakers;
import dev.pith.starter.importing.reading.Timestamps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads ChatGPT's data export: an array of conversations, or a single one. Each is a tree of messages ({@code mapping})
 * whose {@code current_node} is the last message of the current branch. Messages of other branches become abandoned.
 */
public final class ChatGptReader implements FormatReader {

    public static final String NAME = "chatgpt";

    public static boolean recognizes(JsonNode sketch) {
        JsonNode one = sketch.isArray() ? sketch.path(0) : sketch;
        JsonNode mapping = one.path("mapping");
        return mapping.isObject()
                && !mapping.isEmpty()
                && mapping.iterator().next().has("children");
    }

    @Override
    public void read(ImportRun run) throws IOException {
        DocumentStream.eachTree(run, export -> conversation(run, export));
    }

    private static void conversation(ImportRun run, JsonNode export) {
        run.tally().record();
        String id = JsonFields.firstText(export, "conversation_id", "id");
        ConversationWriter writer = run.conversation(Draft.session(NAME, id, JsonFields.text(export, "title"), null));
        MessageTree tree = new MessageTree(JsonFields.text(export, "current_node"));
        for (JsonNode node : export.path("mapping")) {
            tree.add(JsonFields.text(node, "id"), JsonFields.text(node, "parent"), node.path("message"));
        }
        tree.write(writer, message -> message(run, message));
        writer.end();
    }

    private static @Nullable NewMessage message(ImportRun run, JsonNode message) {
        JsonNode content = message.path("content");
        // The user's settings precede every conversation, like a system prompt.
        boolean settings = JsonFields.text(content, "content_type", "").equals("user_editable_context");
        Role role = settings ? Role.SYSTEM : Speakers.role(JsonFields.text(message.path("author"), "role", ""));
        List<Part> parts = parts(content, role, message);
        JsonNode metadata = message.path("metadata");
        boolean hidden = JsonFields.flag(metadata, "is_visually_hidden_from_conversation")
                || JsonFields.flag(metadata, "is_user_system_message");
        if (parts.isEmpty()) {
            run.tally().ignored("empty " + JsonFields.text(content, "content_type", "message"));
            return null;
        }
        Origin origin =
                role == Role.ASSISTANT ? Origin.AGENT : role == Role.USER && !hidden ? Origin.PERSON : Origin.HARNESS;
        return new NewMessage(
                JsonFields.text(message, "id"),
                null,
                null,
                role,
                origin,
                parts,
                Timestamps.parse(message.path("create_time")));
    }

    private static List<Part> parts(JsonNode content, Role role, JsonNode message) {
        List<Part> parts = new ArrayList<>();
        String type = JsonFields.text(content, "content_type", "text");
        for (JsonNode part : content.path("parts")) {
            if (part.isObject() && JsonFields.text(part, "text") == null) {
                parts.add(new Part.Attachment(
                        JsonFields.text(part, "asset_pointer", JsonFields.text(part, "content_type", "attachment")),
                        null,
                        part.path("size_bytes").asLong(0)));
            } else {
                add(part.isObject() ? JsonFields.text(part, "text") : part.textValue(), role, message, parts);
            }
        }
        for (JsonNode thought : content.path("thoughts")) {
            String words = JsonFields.text(thought, "content", "");
            if (!words.isBlank()) {
                parts.add(new Part.Reasoning(words));
            }
        }
        boolean aside = type.equals("reasoning_recap") || type.equals("model_editable_context");
        if (!aside) {
            add(JsonFields.firstText(content, "text", "result"), role, message, parts);
        }
        add(JsonFields.text(content, "user_profile"), role, message, parts);
        add(JsonFields.text(content, "user_instructions"), role, message, parts);
        return parts;
    }

    private static void add(@Nullable String text, Role role, JsonNode message, List<Part> parts) {
        if (text != null && !text.isBlank()) {
            parts.add(
                    role == Role.TOOL
                            ? new Part.ToolResult(JsonFields.text(message.path("author"), "name", ""), text, false)
                            : new Part.Text(text));
        }
    }
}
