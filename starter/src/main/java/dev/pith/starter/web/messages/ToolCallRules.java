package dev.pith.starter.web.messages;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks the tool calls of a message in the chat form. */
final class ToolCallRules {

    private ToolCallRules() {}

    static void check(JsonNode calls, String at) {
        if (!calls.isArray()) {
            throw InvalidMessagesException.of(at, calls, "must be an array of tool calls");
        }
        for (int i = 0; i < calls.size(); i++) {
            call(calls.path(i), at + "[" + i + "]");
        }
    }

    private static void call(JsonNode call, String at) {
        if (!call.isObject()) {
            throw InvalidMessagesException.of(at, call, "must be an object with id and function");
        }
        TextFields.text(call, at, "id", "must be the call's id, which its result repeats");
        if (call.hasNonNull("type") && !call.path("type").asText().equals("function")) {
            throw InvalidMessagesException.of(at + ".type", call.path("type"), "must be \"function\" or missing");
        }
        JsonNode function = call.path("function");
        if (!function.isObject()) {
            throw InvalidMessagesException.of(at + ".function", function, "must be an object with name and arguments");
        }
        TextFields.text(function, at + ".function", "name", "must be the tool's name");
        JsonNode arguments = function.path("arguments");
        if (!arguments.isTextual() && !arguments.isObject()) {
            throw InvalidMessagesException.of(
                    at + ".function.arguments", arguments, "must be a text of JSON, or an object");
        }
    }
}
