package dev.pith.starter.importing.grok;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.HarnessMarkup;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.TaggedPrompt;
import java.util.ArrayList;
import java.util.List;

/** Converts the items of a log to parts. */
final class GrokParts {

    /** The reason of an item that a person wrote while the agent worked; an item without a reason is a person's too. */
    private static final String INTERJECTION = "interjection";

    private GrokParts() {}

    static HarnessMarkup.Told told(JsonNode item) {
        List<Part> parts = new ArrayList<>();
        for (Part part : ContentBlocks.parts(item.path("content"))) {
            parts.addAll(part instanceof Part.Text ? prompt(part.text()) : List.of(part));
        }
        String reason = JsonFields.text(item, "synthetic_reason", INTERJECTION);
        if (reason.equals(INTERJECTION)) {
            return HarnessMarkup.told(parts);
        }
        // A compaction repeats what the model is told of the machine, with the same reason as its summary.
        boolean summary = reason.equals("compaction_meta") && parts.stream().anyMatch(Part.Text.class::isInstance);
        return new HarnessMarkup.Told(summary ? Origin.NATIVE_SUMMARY : Origin.HARNESS, parts);
    }

    private static List<Part> prompt(String text) {
        List<Part> tagged = TaggedPrompt.between("user_query", text);
        if (!tagged.isEmpty()) {
            return tagged;
        }
        return TaggedPrompt.split(text, 0, text.startsWith("<user_info>") ? 0 : text.length());
    }

    static List<Part> thoughts(JsonNode item) {
        List<Part> thoughts = new ArrayList<>();
        for (JsonNode piece : item.path("summary")) {
            String text = JsonFields.text(piece, "text", "");
            if (!text.isBlank()) {
                thoughts.add(new Part.Reasoning(text));
            }
        }
        return thoughts;
    }

    static List<Part> reply(JsonNode item) {
        List<Part> parts = new ArrayList<>(ContentBlocks.parts(item.path("content")));
        for (JsonNode call : item.path("tool_calls")) {
            parts.add(new Part.ToolCall(
                    JsonFields.text(call, "id", ""),
                    JsonFields.text(call, "name", "unknown"),
                    JsonFields.plain(call.path("arguments"))));
        }
        return parts;
    }

    static List<Part> result(JsonNode item) {
        List<Part> parts = new ArrayList<>();
        ContentBlocks.result(JsonFields.text(item, "tool_call_id"), item.path("content"), false, parts);
        return parts;
    }

    /** Returns the call of a tool that ran at the model's provider. */
    static Part serverCall(JsonNode item) {
        JsonNode call = item.path("kind");
        return new Part.ToolCall(
                JsonFields.text(call, "id", ""),
                JsonFields.text(call, "tool_type", "unknown"),
                JsonFields.plain(call.path("action")));
    }

    /** Returns how it ended: its output is not in the log. */
    static List<Part> serverResult(JsonNode item) {
        JsonNode call = item.path("kind");
        String status = JsonFields.text(call, "status", "");
        return List.of(new Part.ToolResult(JsonFields.text(call, "id", ""), status, status.equals("failed")));
    }
}
