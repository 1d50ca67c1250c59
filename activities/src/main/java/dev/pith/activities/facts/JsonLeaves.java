package dev.pith.activities.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the leaves of a JSON object as facts, under their paths. */
final class JsonLeaves {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** An object with more leaves is data, not an answer. */
    private static final int MOST_LEAVES = 12;

    /** Arrays with more elements are data. */
    private static final int MOST_ELEMENTS = 5;

    private final Consumer<Clause> found;

    private JsonLeaves(Consumer<Clause> found) {
        this.found = found;
    }

    /** Reads the text if it is a JSON object; returns whether it is. */
    static boolean read(String text, Consumer<Clause> found) {
        String json = text.strip();
        if (!json.startsWith("{") || !json.endsWith("}")) {
            return false;
        }
        try {
            List<Clause> leaves = new ArrayList<>();
            new JsonLeaves(leaves::add).node("", JSON.readTree(json));
            if (leaves.size() <= MOST_LEAVES) {
                leaves.forEach(found);
            }
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private void node(String path, JsonNode node) {
        if (node.isValueNode()) {
            leaf(path, node.asText());
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                node(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
            }
        } else if (node.size() <= MOST_ELEMENTS) {
            for (int i = 0; i < node.size(); i++) {
                node(path + "." + i, node.get(i));
            }
        }
    }

    private void leaf(String path, String value) {
        boolean fits = !value.isBlank()
                && value.length() <= Clause.LONGEST_VALUE
                && value.indexOf('\n') < 0
                && Specifics.words(value) <= 6
                && !path.isEmpty()
                && path.length() <= Clause.LONGEST_KEY;
        if (fits) {
            found.accept(new Clause(path, null, value));
        }
    }
}
