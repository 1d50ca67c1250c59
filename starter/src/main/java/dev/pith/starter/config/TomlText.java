package dev.pith.starter.config;

import com.fasterxml.jackson.databind.JsonNode;

/** A value of pith.toml as its author wrote it, near enough to be shown and read. */
final class TomlText {

    private TomlText() {}

    /** Jackson would write 10.0 as 1E+1. */
    static String of(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }
}
