package dev.pith.starter.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as a reader gets it. */
record SentEvent(String id, String name, JsonNode data) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The events up to the end of the stream. */
    static List<SentEvent> all(InputStream in) throws IOException {
        return some(in, Integer.MAX_VALUE);
    }

    /** The next events, at most so many. */
    static List<SentEvent> some(InputStream in, int most) throws IOException {
        List<SentEvent> events = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        while (events.size() < most) {
            String line = line(in);
            if (line == null) {
                return events;
            }
            if (line.isEmpty() && fields.containsKey("data")) {
                events.add(new SentEvent(
                        fields.getOrDefault("id", ""),
                        fields.getOrDefault("event", ""),
                        JSON.readTree(fields.get("data"))));
                fields.clear();
            } else if (line.indexOf(':') > 0) {
                fields.put(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return events;
    }

    /** The state after these events, by the rules of RFC 7396. */
    static JsonNode state(List<SentEvent> events) {
        JsonNode state = events.get(0).data().deepCopy();
        for (SentEvent event : events.subList(1, events.size())) {
            merge((ObjectNode) state, event.data());
        }
        return state;
    }

    private static void merge(ObjectNode state, JsonNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (field.getValue().isNull()) {
                state.remove(field.getKey());
            } else if (field.getValue().isObject()) {
                JsonNode inner = state.path(field.getKey());
                ObjectNode into = inner.isObject() ? (ObjectNode) inner : JSON.createObjectNode();
                merge(into, field.getValue());
                state.set(field.getKey(), into);
            } else {
                state.set(field.getKey(), field.getValue());
            }
        }
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                return null;
            }
            bytes.write(c);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
