package dev.pith.starter.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/**
 * The difference of two JSON objects as a merge patch (RFC 7396): the fields that changed, null for those that went.
 * Arrays are replaced whole. The objects themselves must have no null: a patch could not tell it from a field that went.
 */
final class MergePatch {

    private MergePatch() {}

    /** Returns the patch that turns {@code from} into {@code to}; empty if they are equal. */
    static ObjectNode between(JsonNode from, JsonNode to) {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : to.properties()) {
            JsonNode before = from.path(field.getKey());
            JsonNode after = field.getValue();
            if (before.isObject() && after.isObject()) {
                ObjectNode inner = between(before, after);
                if (!inner.isEmpty()) {
                    patch.set(field.getKey(), inner);
                }
            } else if (!before.equals(after)) {
                patch.set(field.getKey(), after);
            }
        }
        for (Iterator<String> names = from.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!to.has(name)) {
                patch.putNull(name);
            }
        }
        return patch;
    }
}
