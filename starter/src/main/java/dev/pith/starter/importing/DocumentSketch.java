package dev.pith.starter.importing;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.importing.reading.JsonFields;
import dev.pith.starter.importing.reading.LineReader;
import dev.pith.starter.importing.reading.SourceFile;
import dev.pith.starter.importing.reading.Utf8;
import java.io.IOException;

/**
 * The outline of a JSON document of any size: its first keys, the first elements of its arrays, the beginnings of its
 * texts. This is enough to detect the format; at most a few megabytes are read.
 */
final class DocumentSketch {

    private static final int ELEMENTS = 2;
    private static final int KEYS = 64;
    private static final int CHARACTERS = 500;
    private static final long BYTES = 16L << 20;

    private final JsonParser parser;
    private final ArrayNode holder = JsonNodeFactory.instance.arrayNode(1);
    private boolean broken;

    private DocumentSketch(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Sketches a document. A broken one is sketched up to the error; the result is a missing node if there is nothing.
     */
    static JsonNode of(SourceFile source) throws IOException {
        DocumentSketch bytes;
        try (JsonParser parser = JsonFields.FACTORY.createParser(source.open())) {
            bytes = new DocumentSketch(parser);
            bytes.root();
        }
        if (!bytes.broken) {
            return bytes.holder.path(0);
        }
        // The document may be broken only by a byte that is not UTF-8.
        try (JsonParser parser = JsonFields.FACTORY.createParser(Utf8.reader(source.open()))) {
            return new DocumentSketch(parser).root();
        }
    }

    /** Sketches the first document of a line, up to an error. */
    static JsonNode of(LineReader line) throws IOException {
        try (JsonParser parser = JsonFields.FACTORY.createParser(line.bytes(), line.from(), line.length())) {
            return new DocumentSketch(parser).root();
        }
    }

    private JsonNode root() throws IOException {
        try {
            if (parser.nextToken() != null) {
                value(holder::add);
            }
        } catch (JsonProcessingException e) {
            broken = true;
        }
        return holder.path(0);
    }

    private interface Place {
        void put(JsonNode node);
    }

    /**
     * Reads a value. Containers are attached to their parent before they are filled, so a truncated document keeps
     * them.
     */
    private void value(Place place) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                place.put(object);
                object(object);
            }
            case START_ARRAY -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                place.put(array);
                array(array);
            }
            case VALUE_STRING -> {
                String text = parser.getText();
                place.put(JsonNodeFactory.instance.textNode(
                        text.length() > CHARACTERS ? text.substring(0, CHARACTERS) : text));
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                place.put(JsonNodeFactory.instance.numberNode(parser.getDoubleValue()));
            case VALUE_TRUE -> place.put(JsonNodeFactory.instance.booleanNode(true));
            case VALUE_FALSE -> place.put(JsonNodeFactory.instance.booleanNode(false));
            default -> place.put(JsonNodeFactory.instance.nullNode());
        }
    }

    private void object(ObjectNode object) throws IOException {
        while (more() && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (object.size() < KEYS) {
                value(node -> object.set(name, node));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void array(ArrayNode array) throws IOException {
        while (more() && parser.nextToken() != JsonToken.END_ARRAY) {
            if (array.size() < ELEMENTS) {
                value(array::add);
            } else {
                parser.skipChildren();
            }
        }
    }

    private boolean more() {
        JsonLocation here = parser.currentLocation();
        return Math.max(here.getByteOffset(), here.getCharOffset()) < BYTES;
    }
}
