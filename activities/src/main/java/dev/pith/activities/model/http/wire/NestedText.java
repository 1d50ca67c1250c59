package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses errors that gateways and SDKs wrap in the text of another:
 * {@code Error code: 529 - {'error': {'message': '…'}}}, as JSON or in Python's notation.
 */
final class NestedText {

    /** Maximum nesting of errors. */
    static final int DEEPEST = 6;

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private static final Pattern STATUS =
            Pattern.compile("(?i)^\\W{0,3}(?:(?:\\w+ ){0,3}(?:code|status|http)\\W{1,3})?([45]\\d\\d)\\b(?! tokens)");

    private NestedText() {}

    static ProviderError innermost(String text, int depth) {
        ProviderError outer = new ProviderError(text, "", "", status(text), 0);
        return depth < DEEPEST
                ? object(text)
                        .map(node -> ErrorBody.read(node, depth + 1))
                        .map(outer::around)
                        .orElse(outer)
                : outer;
    }

    private static Optional<JsonNode> object(String text) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        if (from < 0 || to < from || text.stripLeading().startsWith("<")) {
            return Optional.empty();
        }
        String json = text.substring(from, to + 1);
        return parsed(json)
                .or(() -> parsed(json.replaceAll("\\bNone\\b", "null")
                        .replaceAll("\\bTrue\\b", "true")
                        .replaceAll("\\bFalse\\b", "false")));
    }

    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.of(LENIENT.readTree(json)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static int status(String text) {
        Matcher matcher = STATUS.matcher(text);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
