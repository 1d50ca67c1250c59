package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads and writes JSON of endpoints. Never lets Jackson's exceptions escape, since they quote the text that they
 * cannot parse.
 */
public final class WireJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private WireJson() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Parses an object or array.
     *
     * @throws BrokenAnswer if the text is anything else
     */
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

    /** Returns the text of a field; empty if it is missing or no text. */
    public static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).textValue() : "";
    }

    /** Returns whether a field has a value: neither missing, null, empty, zero nor false. */
    public static boolean says(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual()
                ? !value.textValue().isEmpty()
                : value.isContainerNode() ? !value.isEmpty() : value.asBoolean(false);
    }
}
