package dev.pith.starter.importing.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Role;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts the messages of one session, whose blocks have the names of Vercel's AI SDK. Not thread-safe. */
final class CursorBlobMessages {

    private @Nullable String project;

    /** Returns the message; null if the blob holds none. */
    @Nullable
    NewMessage read(String id, JsonNode blob) {
        JsonNode content = blob.path("content");
        List<Part> parts = new ArrayList<>();
        if (content.isArray()) {
            content.forEach(block -> add(block, parts));
        } else {
            parts.addAll(ContentBlocks.parts(content));
        }
        if (parts.isEmpty()) {
            return null;
        }
        return switch (JsonFields.text(blob, "role", "")) {
            case "user" -> {
                HarnessMarkup.Told told = HarnessMarkup.told(prompted(parts));
                yield made(id, blob, Role.USER, told.origin(), told.parts());
            }
            case "assistant" -> made(id, blob, Role.ASSISTANT, Origin.AGENT, parts);
            case "tool" -> made(id, blob, Role.TOOL, Origin.HARNESS, parts);
            case "system" -> made(id, blob, Role.SYSTEM, Origin.HARNESS, parts);
            default -> null;
        };
    }

    /** Returns the folder that a prompt's context named last; null if none did. */
    @Nullable
    String project() {
        return project;
    }

    private static void add(JsonNode block, List<Part> parts) {
        switch (JsonFields.text(block, "type", "")) {
            case "tool-call" ->
                parts.add(new Part.ToolCall(
                        JsonFields.text(block, "toolCallId", ""),
                        JsonFields.text(block, "toolName", "unknown"),
                        JsonFields.plain(block.path("args"))));
            case "tool-result" ->
                ContentBlocks.result(
                        JsonFields.text(block, "toolCallId"),
                        block.path("result"),
                        JsonFields.flag(block, "isError"),
                        parts);
            case "redacted-reasoning" -> {}
            default -> parts.addAll(ContentBlocks.parts(block));
        }
    }

    private List<Part> prompted(List<Part> parts) {
        List<Part> prompted = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Text text) {
                CursorPrompt prompt = new CursorPrompt(text.text());
                project = prompt.workspace() == null ? project : prompt.workspace();
                prompted.addAll(prompt.parts());
            } else {
                prompted.add(part);
            }
        }
        return prompted;
    }

    private static NewMessage made(String id, JsonNode blob, Role role, Origin origin, List<Part> parts) {
        return new NewMessage(id, null, null, role, origin, parts, Timestamps.of(blob));
    }
}
