package dev.pith.starter.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The layout of a JSON file, kept when the file is rewritten. */
public record JsonLayout(String indent, String lineEnd, String end) {

    /** The default layout: that of JavaScript's JSON output, which Claude Code writes. */
    public static final JsonLayout USUAL = new JsonLayout("  ", "\n", "\n");

    private static final Pattern FIRST_FIELD = Pattern.compile("\\A\\s*\\{[ \\t]*(\\r?\\n)([ \\t]+)\"");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static JsonLayout of(String text) {
        if (text.isBlank()) {
            return USUAL;
        }
        Matcher first = FIRST_FIELD.matcher(text);
        boolean found = first.find();
        String lineEnd = found ? first.group(1) : USUAL.lineEnd;
        return new JsonLayout(found ? first.group(2) : USUAL.indent, lineEnd, text.endsWith("\n") ? lineEnd : "");
    }

    /** Returns the JSON, indented. */
    public String write(JsonNode json) {
        DefaultIndenter lines = new DefaultIndenter(indent, lineEnd);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        try {
            return JSON.writer(printer).writeValueAsString(json) + end;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings could not be written as JSON", e);
        }
    }
}
