package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as endpoints write it. Jackson's own exceptions end here: they quote the text that they cannot read. */
public final class WireJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private WireJson() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An object or array. */
    public static JsonNode read(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BrokenAnswer("answered with something that is not JSON");
        }
        if (!node.isContainerNode()) {
            throw new BrokenAnswer("answered with something that is not a JSON object");
        }
        return node;
    }

    /** A field's text; empty where it has none. */
    public static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : "";
    }

    /** Whether a field says anything: it is there, and neither null nor empty nor false. */
    public static boolean says(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual()
                ? !value.textValue().isEmpty()
                : value.isContainerNode() ? !value.isEmpty() : value.asBoolean(false);
    }
}
