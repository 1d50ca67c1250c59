package dev.pith.activities.model.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Finds what a body says of a failure, in the shapes that providers and the gateways before them use. */
final class ErrorBody {

    private ErrorBody() {}

    /** The error of a body whose status is good: only what cannot be anything else. */
    static Optional<ProviderError> inside(JsonNode root) {
        JsonNode node = root.isArray() ? root.path(0) : root;
        boolean told = Json.says(node, "error")
                || Json.text(node, "type").equals("error")
                || Json.text(node, "object").equals("error");
        return told ? Optional.of(read(node, 0)) : Optional.empty();
    }

    /** The error of a body whose status already says that it is one. */
    static ProviderError of(String body) {
        return NestedText.innermost(body, 0);
    }

    static ProviderError read(JsonNode root, int depth) {
        JsonNode node = root.isArray() ? root.path(0) : root;
        if (!node.isObject()) {
            return node.isTextual() ? NestedText.innermost(node.textValue(), depth) : ProviderError.ofText("");
        }
        ProviderError own = new ProviderError(
                "",
                Json.text(node, "type") + " " + Json.text(node, "code") + " " + Json.text(node, "status"),
                parameter(node),
                status(node),
                node.path("n_ctx").asInt(0));
        return own.around(words(node, depth));
    }

    private static ProviderError words(JsonNode node, int depth) {
        JsonNode raw = node.path("metadata").path("raw");
        if (Json.says(node.path("metadata"), "raw")) {
            ProviderError inner = read(raw, depth + 1);
            if (!inner.words().isBlank()) {
                return inner;
            }
        }
        for (String field :
                new String[] {"error", "message", "detail", "errors", "msg", "error_description", "title"}) {
            if (Json.says(node, field) && depth < NestedText.DEEPEST) {
                ProviderError inner = read(node.path(field), depth + 1);
                if (!inner.words().isBlank()) {
                    return inner;
                }
            }
        }
        return ProviderError.ofText("");
    }

    /** FastAPI names the field that it blames last in {@code loc}. */
    private static String parameter(JsonNode node) {
        String param = Json.text(node, "param");
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
