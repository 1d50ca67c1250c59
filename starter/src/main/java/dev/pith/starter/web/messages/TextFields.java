package dev.pith.starter.web.messages;

import com.fasterxml.jackson.databind.JsonNode;

/** Checks fields that hold text. */
final class TextFields {

    private static final int LONGEST_NAME = 40;

    private TextFields() {}

    /** Returns a field's text, which must not be blank. */
    static String text(JsonNode object, String at, String field, String rule) {
        JsonNode value = object.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw InvalidMessagesException.of(at + "." + field, value, rule);
        }
        return value.textValue();
    }

    /** Checks that a field is a text, which may be empty. */
    static void anyText(JsonNode object, String at, String field) {
        if (!object.path(field).isTextual()) {
            throw InvalidMessagesException.of(at + "." + field, object.path(field), "must be a text");
        }
    }

    /** Checks that a field is a text, null or missing. */
    static void optionalText(JsonNode object, String at, String field) {
        if (object.hasNonNull(field)) {
            anyText(object, at, field);
        }
    }

    /** Returns a field's name for a message of one line. */
    static String shortened(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "…" : line;
    }
}
