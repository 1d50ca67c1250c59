package dev.pith.starter.web.messages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.importing.reading.Timestamps;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the fields of a message. A field that is null counts as missing. */
final class MessageRules {

    /** Bounded, since an index holds the ids. */
    private static final int LONGEST_ID = 255;

    private static final Set<String> ROLES = Set.of("system", "developer", "user", "assistant", "tool");

    private static final Set<String> FIELDS = Set.of(
            "role",
            "content",
            "id",
            "name",
            "created_at",
            "timestamp",
            "tool_calls",
            "tool_call_id",
            "reasoning",
            "reasoning_content",
            "refusal");

    /** Fields of a model's reply that describe the call, not what was said. They are not stored. */
    private static final Set<String> ABOUT_THE_CALL =
            Set.of("type", "model", "usage", "stop_reason", "stop_sequence", "annotations", "reasoning_details");

    private static final List<String> OF_ASSISTANTS =
            List.of("tool_calls", "reasoning", "reasoning_content", "refusal");

    private MessageRules() {}

    static void check(JsonNode message, String at) {
        if (!message.isObject()) {
            throw InvalidMessagesException.of(at, message, "must be an object with role and content");
        }
        fields(message, at);
        String role = role(message, at);
        id(message, at);
        time(message, at);
        TextFields.optionalText(message, at, "name");
        if (role.equals("tool")) {
            TextFields.text(message, at, "tool_call_id", "must be the id of the tool call that this message answers");
        } else if (message.hasNonNull("tool_call_id")) {
            throw new InvalidMessagesException(
                    at + ".tool_call_id is not allowed with role " + role + ": only role tool answers a call");
        }
        ofAssistants(message, at, role);
        ContentRules.check(message, at, role);
    }

    private static void fields(JsonNode message, String at) {
        for (Map.Entry<String, JsonNode> field : message.properties()) {
            String name = field.getKey();
            if (!field.getValue().isNull() && !FIELDS.contains(name) && !ABOUT_THE_CALL.contains(name)) {
                throw new InvalidMessagesException(at + "." + TextFields.shortened(name)
                        + " is not a known field: a message has role, content, id, name, created_at, tool_calls,"
                        + " tool_call_id, reasoning_content and refusal");
            }
        }
        JsonNode type = message.path("type");
        if (message.hasNonNull("type") && !type.asText().equals("message")) {
            throw InvalidMessagesException.of(at + ".type", type, "must be \"message\" or missing");
        }
    }

    private static String role(JsonNode message, String at) {
        JsonNode role = message.path("role");
        if (!role.isTextual() || !ROLES.contains(role.textValue())) {
            throw InvalidMessagesException.of(at + ".role", role, "must be system, developer, user, assistant or tool");
        }
        return role.textValue();
    }

    private static void id(JsonNode message, String at) {
        if (message.hasNonNull("id")) {
            String id = TextFields.text(message, at, "id", "must be a text, or missing");
            if (id.length() > LONGEST_ID) {
                throw new InvalidMessagesException(
                        at + ".id has " + id.length() + " characters: at most " + LONGEST_ID + " are allowed");
            }
        }
    }

    private static void time(JsonNode message, String at) {
        for (String field : List.of("created_at", "timestamp")) {
            if (message.hasNonNull(field) && Timestamps.parse(message.path(field)) == null) {
                throw InvalidMessagesException.of(
                        at + "." + field,
                        message.path(field),
                        "must be a time in ISO 8601 or seconds since 1970, between 1990 and 2100");
            }
        }
    }

    private static void ofAssistants(JsonNode message, String at, String role) {
        for (String field : OF_ASSISTANTS) {
            if (message.hasNonNull(field) && !role.equals("assistant")) {
                throw new InvalidMessagesException(
                        at + "." + field + " is not allowed with role " + role + ": only role assistant has it");
            }
        }
        TextFields.optionalText(message, at, "reasoning");
        TextFields.optionalText(message, at, "reasoning_content");
        TextFields.optionalText(message, at, "refusal");
        if (message.hasNonNull("tool_calls")) {
            ToolCallRules.check(message.path("tool_calls"), at + ".tool_calls");
        }
    }
}
