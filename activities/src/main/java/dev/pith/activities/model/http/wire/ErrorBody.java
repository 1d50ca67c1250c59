package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Extracts errors from response bodies, in the formats of providers and of the gateways in front of them. */
public final class ErrorBody {

    /** Fields that contain words or a nested error; the first one with words is used. */
    private static final List<String> FIELDS =
            List.of("error", "message", "detail", "errors", "msg", "error_description", "title");

    private ErrorBody() {}

    /** Returns the error in a body with a 2xx status; empty unless it is unmistakable. */
    static Optional<ProviderError> inside(JsonNode root) {
        JsonNode node = root.isArray() ? root.path(0) : root;
        boolean told = WireJson.says(node, "error")
                || WireJson.text(node, "type").equals("error")
                || WireJson.text(node, "object").equals("error");
        return told ? Optional.of(read(node, 0)) : Optional.empty();
    }

    /**
     * Returns the error in a body with an error status. JSON without known fields is quoted only if it is short: a
     * longer one may echo the request, and no text of a conversation may get into an error.
     */
    public static ProviderError of(String body) {
        ProviderError found = NestedText.innermost(body, 0);
        String text = body.strip();
        boolean echo = found.words().equals(body)
                && text.length() > ProviderWords.MOST
                && (text.startsWith("{") || text.startsWith("["));
        return echo ? new ProviderError("", found.marks(), found.parameter(), found.status(), found.window()) : found;
    }

    static ProviderError read(JsonNode root, int depth) {
        JsonNode node = root.isArray() ? root.path(0) : root;
        if (!node.isObject()) {
            return node.isTextual() ? NestedText.innermost(node.textValue(), depth) : ProviderError.ofText("");
        }
        ProviderError own = new ProviderError(
                "",
                WireJson.text(node, "type") + " " + WireJson.text(node, "code") + " " + WireJson.text(node, "status"),
                parameter(node),
                status(node),
                node.path("n_ctx").asInt(0));
        return own.around(words(node, depth));
    }

    /** Returns the words of the first field that has some, with the codes found on the way. */
    private static ProviderError words(JsonNode node, int depth) {
        ProviderError found = ProviderError.ofText("");
        if (depth >= NestedText.DEEPEST) {
            return found;
        }
        if (WireJson.says(node.path("metadata"), "raw")) {
            found = read(node.path("metadata").path("raw"), depth + 1);
        }
        for (String field : FIELDS) {
            if (found.words().isBlank() && WireJson.says(node, field)) {
                found = found.around(read(node.path(field), depth + 1));
            }
        }
        return found;
    }

    /** Returns the blamed parameter; FastAPI names it last in {@code loc}. */
    private static String parameter(JsonNode node) {
        String param = WireJson.text(node, "param");
        JsonNode loc = node.path("loc");
        return param.isEmpty() && loc.isArray() ? loc.path(loc.size() - 1).asText("") : param;
    }

    private static int status(JsonNode node) {
        for (String field : new String[] {"code", "status", "status_code"}) {
            int status = node.path(field).asInt(0);
            if (status >= 400 && status < 600) {
                return status;
            }
        }
        return 0;
    }
}
