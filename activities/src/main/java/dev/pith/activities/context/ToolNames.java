package dev.pith.activities.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names, ids and inputs of tool calls in the forms that model endpoints accept. */
public final class ToolNames {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final ObjectReader WHOLE = JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Pattern REFUSED = Pattern.compile("[^a-zA-Z0-9_-]");
    private static final int LONGEST = 64;
    private static final int LONGEST_ID = 40;

    private ToolNames() {}

    /** Letters, digits, underscore and hyphen, 1 to 64 of them, as OpenAI and Anthropic both accept. */
    public static String accepted(String name) {
        return accepted(name, LONGEST);
    }

    /** The same with at most 40 characters, OpenAI's limit for call ids. */
    static String acceptedId(String id) {
        return accepted(id, LONGEST_ID);
    }

    private static String accepted(String name, int longest) {
        String clean = REFUSED.matcher(name).replaceAll("_");
        String filled = clean.isEmpty() ? "_" : clean;
        return filled.length() <= longest
                ? filled
                : filled.substring(0, longest - 9) + "_" + String.format(Locale.ROOT, "%08x", filled.hashCode());
    }

    /** Returns the input as the text of a JSON object: unchanged if it is one, else as {@link #object}. */
    public static String json(String input) {
        try {
            return WHOLE.readTree(input) instanceof ObjectNode
                    ? input
                    : object(input).toString();
        } catch (JsonProcessingException e) {
            return object(input).toString();
        }
    }

    /** Returns the input as a JSON object; any other value becomes its only field. */
    public static ObjectNode object(String input) {
        ObjectNode wrapped = JSON.createObjectNode();
        try {
            JsonNode node = JSON.readTree(input);
            if (node instanceof ObjectNode object) {
                return object;
            }
            wrapped.set("input", node == null ? JSON.getNodeFactory().textNode(input) : node);
        } catch (JsonProcessingException e) {
            // Some tools use plain text.
            wrapped.put("input", input);
        }
        return wrapped;
    }
}
