package dev.pith.activities.context.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes JSON objects, one a line; makes documents, objects and times as the formats have them. */
record SessionLines(Writer out) {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    void line(ObjectNode object) throws IOException {
        out.write(JSON.writeValueAsString(object));
        out.write('\n');
    }

    /** Starts a JSON document with indentation; closing the generator would not close the writer. */
    static JsonGenerator document(Writer out) throws IOException {
        JsonGenerator json = JSON.createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        return json.useDefaultPrettyPrinter();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** Returns a block with a text. */
    static ObjectNode text(String type, String text) {
        return object().put("type", type).put("text", text);
    }

    /** Returns the time with milliseconds: {@code 2026-03-21T09:30:00.000Z}. */
    static String time(Instant at) {
        return TIME.format(at);
    }
}
