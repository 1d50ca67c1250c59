package dev.pith.starter.web.messages;

import com.fasterxml.jackson.databind.JsonNode;

/** The messages of a request break a rule. The message is one line that names the element and the rule. */
public final class InvalidMessagesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_QUOTE = 40;

    InvalidMessagesException(String message) {
        super(message);
    }

    /** Returns the exception for a value that is of the wrong type or missing, e.g. "must be a text". */
    static InvalidMessagesException of(String at, JsonNode found, String rule) {
        return new InvalidMessagesException(at + " is " + described(found) + ": " + rule);
    }

    private static String described(JsonNode value) {
        return switch (value.getNodeType()) {
            case MISSING -> "missing";
            case NULL -> "null";
            case STRING -> value.textValue().isEmpty() ? "an empty text" : quoted(value.textValue());
            case NUMBER, BOOLEAN -> value.asText();
            case ARRAY -> value.isEmpty() ? "an empty array" : "an array";
            default -> "an object";
        };
    }

    private static String quoted(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
        return "\"" + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "…" : line) + "\"";
    }
}
