package dev.pith.starter.importing.qwen;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.reading.Attachments;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.ArrayList;
import java.util.List;

/** Converts the parts of a message in Gemini's form. */
final class QwenParts {

    private QwenParts() {}

    /** @param failed whether the results in it are failures; one that says so itself is a failure too */
    static List<Part> of(JsonNode content, boolean failed) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : content) {
            String text = JsonFields.text(part, "text", "");
            JsonNode call = part.path("functionCall");
            JsonNode result = part.path("functionResponse");
            if (!text.isEmpty()) {
                parts.add(JsonFields.flag(part, "thought") ? new Part.Reasoning(text) : new Part.Text(text));
            } else if (call.isObject()) {
                parts.add(new Part.ToolCall(
                        JsonFields.text(call, "id", ""),
                        JsonFields.text(call, "name", "unknown"),
                        JsonFields.plain(call.path("args"))));
            } else if (result.isObject()) {
                parts.add(result(result, failed));
            } else if (part.has("inlineData") || part.has("fileData")) {
                parts.add(Attachments.of(
                        "file", part.has("inlineData") ? part.path("inlineData") : part.path("fileData")));
            }
        }
        return parts;
    }

    private static Part result(JsonNode result, boolean failed) {
        JsonNode response = result.path("response");
        JsonNode output = response.has("output") ? response.path("output") : response.path("error");
        String text = JsonFields.plain(output.isMissingNode() ? response : output);
        boolean error = failed || (!response.has("output") && response.has("error"));
        return new Part.ToolResult(JsonFields.text(result, "id", ""), text, error);
    }
}
