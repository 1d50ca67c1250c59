package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.activities.conversation.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Converts the content of a message to parts. Anthropic, OpenAI, Codex and pi use similar blocks. Unknown but readable
 * blocks become text; unreadable ones are named.
 */
public final class ContentBlocks {

    private ContentBlocks() {}

    public static List<Part> parts(JsonNode content) {
        List<Part> parts = new ArrayList<>();
        if (content.isArray()) {
            content.forEach(block -> add(block, parts));
        } else if (content.isObject()) {
            add(content, parts);
        } else {
            text(content.textValue(), parts);
        }
        return parts;
    }

    private static void add(JsonNode block, List<Part> parts) {
        if (block.isTextual()) {
            text(block.textValue(), parts);
            return;
        }
        String type = JsonFields.text(block, "type", "");
        switch (type) {
            case "text", "input_text", "output_text", "refusal", "" ->
                text(JsonFields.firstText(block, "text", "content", "refusal"), parts);
            case "thinking", "reasoning" ->
                reasoning(JsonFields.firstText(block, "thinking", "text", "reasoning"), parts);
            case "redacted_thinking", "encrypted_content" -> {}
            case "tool_use", "server_tool_use", "mcp_tool_use", "toolCall", "tool_call" -> parts.add(call(block));
            default -> other(type, block, parts);
        }
    }

    private static void other(String type, JsonNode block, List<Part> parts) {
        if (type.endsWith("tool_result") || type.equals("tool-result")) {
            String id = JsonFields.firstText(block, "tool_use_id", "toolCallId", "tool_call_id");
            result(id, block.path("content"), JsonFields.flag(block, "is_error"), parts);
        } else if (Attachments.isAttachment(type)) {
            parts.add(Attachments.of(type, block));
        } else if (JsonFields.firstText(block, "text", "content") != null) {
            text(JsonFields.firstText(block, "text", "content", "refusal"), parts);
        } else {
            parts.add(new Part.Attachment(type, null, 0));
        }
    }

    private static void text(@Nullable String text, List<Part> parts) {
        if (text != null && !text.isEmpty()) {
            parts.add(new Part.Text(text));
        }
    }

    private static void reasoning(@Nullable String text, List<Part> parts) {
        if (text != null && !text.isEmpty()) {
            parts.add(new Part.Reasoning(text));
        }
    }

    private static Part call(JsonNode block) {
        JsonNode input = block.has("input") ? block.path("input") : block.path("arguments");
        return new Part.ToolCall(
                JsonFields.text(block, "id", ""), JsonFields.text(block, "name", "unknown"), JsonFields.plain(input));
    }

    /** Adds a tool result: its texts joined, followed by its images. */
    public static void result(@Nullable String callId, JsonNode content, boolean failed, List<Part> parts) {
        List<String> texts = new ArrayList<>();
        List<Part> attached = new ArrayList<>();
        if (content.isArray()) {
            content.forEach(block -> inResult(block, texts, attached));
        } else {
            inResult(content, texts, attached);
        }
        parts.add(new Part.ToolResult(callId == null ? "" : callId, String.join("\n", texts), failed));
        parts.addAll(attached);
    }

    private static void inResult(JsonNode block, List<String> texts, List<Part> attached) {
        String type = JsonFields.text(block, "type", "");
        String text = JsonFields.text(block, "text");
        if (Attachments.isAttachment(type)) {
            attached.add(Attachments.of(type, block));
        } else if (text != null) {
            texts.add(text);
        } else if (!type.equals("encrypted_content") && !block.isMissingNode() && !block.isNull()) {
            texts.add(JsonFields.plain(block));
        }
    }
}
