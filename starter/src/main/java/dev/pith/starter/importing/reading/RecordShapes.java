package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Detects the format of JSON lines by one record. Similar formats of other programs are not matched: Qwen has
 * {@code parts} for content, Droid begins with {@code session_start}. OpenClaw embeds pi and writes pi's log.
 */
public final class RecordShapes {

    private static final Set<String> CODEX =
            Set.of("session_meta", "response_item", "event_msg", "turn_context", "compacted");

    private RecordShapes() {}

    /** Returns the name of the format; null if the record is inconclusive. */
    public static @Nullable String formatOf(JsonNode record) {
        String type = JsonFields.text(record, "type", "");
        JsonNode message = record.path("message");
        if (CODEX.contains(type) && record.path("payload").isObject()) {
            return "codex";
        }
        if (type.equals("session") && record.has("id") && (record.has("cwd") || record.has("version"))) {
            return "pi";
        }
        if (isGeminiHeader(record, type)) {
            return "gemini";
        }
        if ((type.equals("user") || type.equals("assistant")) && message.isObject()) {
            JsonNode content = message.path("content");
            return content.isTextual() || content.isArray() ? "claude-code" : null;
        }
        if (isOldCodex(record, type)) {
            return "codex";
        }
        String key = ChatShapes.messageKey(record);
        if (key != null) {
            return ChatShapes.source(record.path(key).path(0));
        }
        return ChatShapes.isMessage(record) || ChatShapes.isPair(record) ? ChatShapes.source(record) : null;
    }

    /** Returns whether this is the first line of Gemini CLI's log, and not its whole document on one line. */
    private static boolean isGeminiHeader(JsonNode record, String type) {
        return type.isEmpty()
                && record.path("sessionId").isTextual()
                && record.path("projectHash").isTextual()
                && record.path("messages").isEmpty();
    }

    /**
     * Returns whether this is Codex's format before the envelope: a header with the session's id, then bare items with
     * or without times.
     */
    private static boolean isOldCodex(JsonNode record, String type) {
        boolean header = type.isEmpty()
                && record.has("id")
                && record.has("timestamp")
                && (record.has("instructions") || record.has("git"));
        boolean message = type.equals("message")
                && record.path("content").path(0).path("type").asText().endsWith("put_text");
        boolean early = type.isEmpty()
                && record.has("role")
                && (record.has("timestamp") || record.has("created_at"))
                && (record.path("content").isTextual() || record.path("message").isTextual());
        return header || message || early;
    }
}
