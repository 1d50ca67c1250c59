package dev.pith.starter.importing.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The parser's settings, and accessors that return null if a field is missing or of another type. */
public final class JsonFields {

    /**
     * Field names are not interned: in a tool result they may be file names, which would fill the JVM's string table.
     */
    public static final JsonFactory FACTORY = builder().build();

    /** For a line that is not strict JSON: accepts control characters and unknown escapes literally. */
    static final JsonFactory LENIENT = builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    public static final ObjectMapper MAPPER =
            new ObjectMapper(FACTORY).disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonFields() {}

    private static JsonFactoryBuilder builder() {
        return new JsonFactoryBuilder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LineReader.LONGEST_LINE)
                        .maxNameLength(1 << 20)
                        .build());
    }

    public static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    /** Returns the first of the fields that holds a text. */
    public static @Nullable String firstText(JsonNode node, String... fields) {
        for (String field : fields) {
            String value = text(node, field);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Like {@link #text}, with a default if there is none. */
    public static String text(JsonNode node, String field, String otherwise) {
        String value = text(node, field);
        return value == null ? otherwise : value;
    }

    /** Returns a text unchanged, any other value as JSON, and an empty text for no value. */
    public static String plain(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }

    public static boolean flag(JsonNode node, String field) {
        return node.path(field).asBoolean(false);
    }

    /** Returns a small file beside a log; a missing node if there is no such file, or it cannot be read. */
    public static JsonNode beside(Path file) {
        try {
            @Nullable JsonNode content = Files.isRegularFile(file) ? MAPPER.readTree(file.toFile()) : null;
            return content == null ? MissingNode.getInstance() : content;
        } catch (IOException e) {
            // It only describes the session; the log itself is whole.
            return MissingNode.getInstance();
        }
    }
}
