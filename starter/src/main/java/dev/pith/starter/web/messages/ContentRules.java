package dev.pith.starter.web.messages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.Attachments;

/** Checks the content of a message: a text, or an array of parts. */
final class ContentRules {

    private static final String TYPES = "must be text, image, image_url, document, file, input_audio, thinking,"
            + " redacted_thinking, tool_use or tool_result";

    private ContentRules() {}

    static void check(JsonNode message, String at, String role) {
        JsonNode content = message.path("content");
        if (content.isMissingNode() || content.isNull()) {
            boolean others = !message.path("tool_calls").isEmpty()
                    || message.hasNonNull("refusal")
                    || message.hasNonNull("reasoning_content")
                    || message.hasNonNull("reasoning");
            if (!others) {
                throw InvalidMessagesException.of(
                        at + ".content", content, "must be a text or an array of content parts");
            }
        } else if (content.isArray() && !content.isEmpty()) {
            for (int i = 0; i < content.size(); i++) {
                block(content.path(i), at + ".content[" + i + "]", role);
            }
        } else if (!content.isTextual()) {
            throw InvalidMessagesException.of(at + ".content", content, "must be a text or an array of content parts");
        }
    }

    private static void block(JsonNode block, String at, String role) {
        if (!block.isObject()) {
            throw InvalidMessagesException.of(at, block, "must be an object with a type");
        }
        String type = block.path("type").asText();
        switch (type) {
            case "text", "input_text", "output_text" -> TextFields.anyText(block, at, "text");
            case "refusal" -> TextFields.anyText(block, at, "refusal");
            case "thinking" -> {
                only("assistant", block, at, role);
                TextFields.anyText(block, at, "thinking");
            }
            case "redacted_thinking" -> only("assistant", block, at, role);
            case "tool_use", "server_tool_use", "mcp_tool_use" -> {
                only("assistant", block, at, role);
                call(block, at);
            }
            default -> other(type, block, at, role);
        }
    }

    private static void call(JsonNode block, String at) {
        TextFields.text(block, at, "id", "must be the call's id, which its result repeats");
        TextFields.text(block, at, "name", "must be the tool's name");
        if (!block.path("input").isObject()) {
            throw InvalidMessagesException.of(at + ".input", block.path("input"), "must be an object");
        }
    }

    private static void other(String type, JsonNode block, String at, String role) {
        if (type.equals("tool_result")) {
            only("user", block, at, role);
            result(block, at);
        } else if (type.endsWith("_tool_result")) {
            only("assistant", block, at, role);
            result(block, at);
        } else if (!Attachments.isAttachment(type)) {
            throw InvalidMessagesException.of(at + ".type", block.path("type"), TYPES);
        }
    }

    private static void result(JsonNode block, String at) {
        TextFields.text(block, at, "tool_use_id", "must be the id of the tool call that this part answers");
        if (block.hasNonNull("is_error") && !block.path("is_error").isBoolean()) {
            throw InvalidMessagesException.of(at + ".is_error", block.path("is_error"), "must be true or false");
        }
        JsonNode content = block.path("content");
        if (!content.isMissingNode() && !content.isNull() && !content.isTextual() && !content.isContainerNode()) {
            throw InvalidMessagesException.of(at + ".content", content, "must be a text or an array of parts");
        }
        for (int i = 0; content.isArray() && i < content.size(); i++) {
            if (!content.path(i).isObject()) {
                throw InvalidMessagesException.of(
                        at + ".content[" + i + "]", content.path(i), "must be an object with a type");
            }
        }
    }

    private static void only(String allowed, JsonNode block, String at, String role) {
        if (!role.equals(allowed)) {
            throw InvalidMessagesException.of(at + ".type", block.path("type"), "is only allowed with role " + allowed);
        }
    }
}
