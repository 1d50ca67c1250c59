package dev.pith.starter.importing.goose;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.Part;
import dev.pith.starter.importing.reading.ContentBlocks;
import dev.pith.starter.importing.reading.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Converts the blocks of Goose's messages. What Goose shows or asks beside the conversation is left out. */
final class GooseParts {

    private static final Set<String> DISPLAY = Set.of(
            "toolConfirmationRequest",
            "actionRequired",
            "systemNotification",
            "redactedThinking",
            "conversationCompacted",
            "contextLengthExceeded",
            "summarizationRequested");

    private GooseParts() {}

    static List<Part> of(JsonNode content) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode block : content) {
            String type = JsonFields.text(block, "type", "");
            switch (type) {
                case "toolRequest", "frontendToolRequest" -> parts.add(call(block));
                case "toolResponse" -> result(block, parts);
                default -> {
                    if (!DISPLAY.contains(type)) {
                        parts.addAll(ContentBlocks.parts(block));
                    }
                }
            }
        }
        return parts;
    }

    private static Part call(JsonNode block) {
        JsonNode call = block.path("toolCall");
        JsonNode value = call.path("value");
        String name = JsonFields.text(value, "name", "unknown");
        JsonNode input = value.isMissingNode() ? call.path("error") : value.path("arguments");
        return new Part.ToolCall(JsonFields.text(block, "id", ""), name, JsonFields.plain(input));
    }

    /** Adds a result: a list of blocks, or in later versions an object that holds them. */
    private static void result(JsonNode block, List<Part> parts) {
        JsonNode result = block.path("toolResult");
        JsonNode value = result.path("value");
        boolean failed = JsonFields.text(result, "status", "").equals("error") || JsonFields.flag(value, "isError");
        JsonNode content = value.isObject() ? value.path("content") : value;
        ContentBlocks.result(
                JsonFields.text(block, "id"), content.isMissingNode() ? result.path("error") : content, failed, parts);
    }
}
