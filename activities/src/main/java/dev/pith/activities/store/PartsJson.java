package dev.pith.activities.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.RefusedCharacters;
import java.io.IOException;
import java.util.List;

/**
 * Converts parts to and from the JSON of column {@code message.parts}; escapes characters that PostgreSQL refuses.
 * Thread-safe.
 */
public final class PartsJson {

    private static final TypeReference<List<Part>> PARTS = new TypeReference<>() {};
    private static final JsonMapper MAPPER = mapper();
    private static final ObjectWriter WRITER = MAPPER.writerFor(PARTS);
    private static final ObjectReader READER = MAPPER.readerFor(PARTS);

    private PartsJson() {}

    /** Returns the parts as JSON in UTF-8. */
    public static byte[] write(List<Part> parts) {
        try {
            return WRITER.writeValueAsBytes(parts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("parts of a message could not be written as JSON", e);
        }
    }

    static List<Part> read(String json) {
        try {
            return READER.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "column message.parts holds what is not parts: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonMapper mapper() {
        SimpleModule refused = new SimpleModule();
        refused.addSerializer(String.class, new Escaping());
        refused.addDeserializer(String.class, new Unescaping());
        JsonMapper mapper = JsonMapper.builder().addModule(refused).build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
        return mapper;
    }

    private static final class Escaping extends StdScalarSerializer<String> {
        Escaping() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(RefusedCharacters.escape(value));
        }
    }

    private static final class Unescaping extends StdScalarDeserializer<String> {
        Unescaping() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return RefusedCharacters.unescape(json.getText());
        }
    }
}
