package dev.pith.starter.config;

import com.fasterxml.jackson.databind.JsonNode;

/** Formats a value of pith.toml close to how it was written, for messages and parsing. */
final class TomlText {

    private TomlText() {}

    /** Returns the value as text, without the exponent that Jackson would use: 10.0, not 1E+1. */
    static String of(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
}
