package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognizes chats outside of a program's session format: messages, pairs, and objects that contain them. */
public final class ChatShapes {

    /** The keys under which an object may store its messages. */
    static final Set<String> MESSAGE_KEYS = Set.of(
            "messages",
            "conversations",
            "conversation",
            "meeting_transcripts",
            "transcript",
            "dialogue",
            "dialog",
            "turns",
            "utterances");

    static final List<String> SPEAKERS = List.of("role", "speaker", "from");
    static final List<String> CONTENTS = List.of("content", "text", "value");

    private ChatShapes() {}

    /** {@code {speaker|role|from, content|text|value}}; records that carry another type are another program's. */
    public static boolean isMessage(JsonNode node) {
        if (node.has("type") && !(node.path("type").asText().equals("message") && node.has("content"))) {
            return false;
        }
        String speaker = speaker(node);
        if (speaker == null || node.path("message").isObject()) {
            return false;
        }
        return node.path("tool_calls").isArray() || node.path("function_call").isObject() || content(node) != null;
    }

    public static @Nullable String speaker(JsonNode node) {
        return JsonFields.firstText(node, "role", "speaker", "from");
    }

    public static @Nullable JsonNode content(JsonNode node) {
        for (String field : CONTENTS) {
            JsonNode value = node.get(field);
            if (value != null && (value.isTextual() || value.isArray() || value.isNull())) {
                return value;
            }
        }
        return null;
    }

    /** A message without a speaker; two speakers alternate. */
    public static boolean isBareMessage(JsonNode node) {
        return node.path("message").isTextual() && !node.has("type") && speaker(node) == null;
    }

    /** {@code {query, response}} or {@code {prompt, response|completion}}. */
    public static boolean isPair(JsonNode node) {
        return query(node) != null && response(node) != null;
    }

    public static @Nullable String query(JsonNode node) {
        return JsonFields.firstText(node, "query", "prompt");
    }

    public static @Nullable String response(JsonNode node) {
        return JsonFields.firstText(node, "response", "completion");
    }

    public static boolean isElement(JsonNode node) {
        return isMessage(node) || isBareMessage(node) || isPair(node);
    }

    /** Returns the key under which an object stores its messages; null if it is no conversation. */
    public static @Nullable String messageKey(JsonNode object) {
        for (String key : MESSAGE_KEYS) {
            if (object.path(key).isArray() && isElement(object.path(key).path(0))) {
                return key;
            }
        }
        return null;
    }

    /** Returns the format name of such elements, used as a conversation's source. */
    public static String source(JsonNode element) {
        if (isPair(element)) {
            return "pairs";
        }
        if (element.has("from")) {
            return "sharegpt";
        }
        if (!element.has("role")) {
            return "dialogue";
        }
        String type = JsonFields.text(element.path("content").path(0), "type", "");
        return Set.of("tool_use", "tool_result", "thinking", "image").contains(type) ? "anthropic" : "openai";
    }
}
