package dev.pith.starter.importing.claudeai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.ConversationWriter;
import dev.pith.starter.importing.reading.DocumentStream;
import dev.pith.starter.importing.reading.Draft;
import dev.pith.starter.importing.reading.FormatReader;
import dev.pith.starter.importing.reading.ImportRun;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.MessageTree;
import dev.pith.starter.importing.reading.Timestamps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Claude.ai's data export: an array of conversations, or a single one, each with its {@code chat_messages}. Newer
 * exports give each message's parent and the last message of the current branch.
 */
public final class ClaudeAiReader implements FormatReader {

    public static final String NAME = "claude-ai";

    private static final String MESSAGES = "chat_messages";

    public static boolean recognizes(JsonNode sketch) {
        JsonNode one = sketch.isArray() ? sketch.path(0) : sketch;
        return one.has("uuid") && one.path(MESSAGES).isArray();
    }

    @Override
    public void read(ImportRun run) throws IOException {
        DocumentStream.eachTree(run, export -> conversation(run, export));
    }

    private static void conversation(ImportRun run, JsonNode export) {
        run.tally().record();
        String title = JsonFields.text(export, "name", "");
        Draft draft = Draft.session(NAME, JsonFields.text(export, "uuid"), title.isBlank() ? null : title, null);
        ConversationWriter writer = run.conversation(draft);
        MessageTree tree = new MessageTree(JsonFields.text(export, "current_leaf_message_uuid"));
        for (JsonNode message : export.path(MESSAGES)) {
            tree.add(JsonFields.text(message, "uuid"), JsonFields.text(message, "parent_message_uuid"), message);
        }
        tree.write(writer, ClaudeAiReader::message);
        writer.end();
    }

    private static NewMessage message(JsonNode message) {
        boolean person = JsonFields.text(message, "sender", "").equals("human");
        List<Part> parts = new ArrayList<>(ContentBlocks.parts(message.path("content")));
        String text = JsonFields.text(message, "text", "");
        if (parts.isEmpty() && !text.isBlank()) {
            parts.add(new Part.Text(text));
        }
        for (String field : List.of("attachments", "files")) {
            for (JsonNode file : message.path(field)) {
                parts.add(new Part.Attachment(
                        JsonFields.text(file, "file_name", "file"),
                        JsonFields.text(file, "file_type"),
                        file.path("file_size").asLong(0)));
                String content = JsonFields.text(file, "extracted_content", "");
                if (!content.isBlank()) {
                    parts.add(new Part.Text(content));
                }
            }
        }
        return new NewMessage(
                JsonFields.text(message, "uuid"),
                null,
                null,
                person ? Role.USER : Role.ASSISTANT,
                person ? Origin.PERSON : Origin.AGENT,
                parts,
                Timestamps.of(message));
    }
}
