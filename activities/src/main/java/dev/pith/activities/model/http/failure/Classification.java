package dev.pith.activities.model.http.failure;

import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.http.wire.ProviderError;
import java.util.Map;
import java.util.regex.Pattern;

/** Classifies an error response by its status, then by its body. */
final class Classification {

    private static final Pattern NO_CREDIT = Pattern.compile("insufficient_(?:user_)?quota|billing_error|"
            + "insufficient[_ ]balance|insufficient[_ ]credit|credit balance is too low|requires more credits");

    private static final Pattern NO_MODEL = Pattern.compile("model_not_found|unknown_model|model_not_exist|"
            + "not a valid model|unknown model|no such model|"
            + "model\\b.{0,120}(?:not found|does(?:n't| not) exist|not exist|is not available|not supported by any)");

    /** Signs that a content filter refused the prompt: Azure, DeepSeek, DashScope, Gemini's gateway. */
    private static final Pattern FILTERED = Pattern.compile("content_filter|content_policy_violation|"
            + "responsibleaipolicyviolation|content exists risk|data_inspection_failed|"
            + "content management policy|prohibited_content");

    /** Signs that one request exceeds the tokens of a minute: waiting does not help, a shorter prompt does. */
    private static final Pattern TOO_MUCH_AT_ONCE =
            Pattern.compile("request too large for|must be reduced in order to run");

    /** HTTP statuses that correspond to error types and codes, for errors in a body with a 2xx status. */
    private static final Map<String, Integer> STATUSES = Map.ofEntries(
            Map.entry("overloaded", 529),
            Map.entry("overloaded_error", 529),
            Map.entry("unavailable_error", 503),
            Map.entry("service_unavailable", 503),
            Map.entry("rate_limit_error", 429),
            Map.entry("rate_limit_exceeded", 429),
            Map.entry("insufficient_quota", 429),
            Map.entry("api_error", 500),
            Map.entry("server_error", 500),
            Map.entry("internal_server_error", 500),
            Map.entry("timeout_error", 504),
            Map.entry("authentication_error", 401),
            Map.entry("invalid_api_key", 401),
            Map.entry("permission_error", 403),
            Map.entry("billing_error", 402),
            Map.entry("not_found_error", 404),
            Map.entry("model_not_found", 404),
            Map.entry("request_too_large", 413),
            Map.entry("exceed_context_size_error", 400),
            Map.entry("context_length_exceeded", 400),
            Map.entry("invalid_request_error", 400));

    private Classification() {}

    /** Returns the HTTP status; for 2xx, the status that the body contains or implies, if any. */
    static int status(int status, ProviderError error) {
        if (status >= 300) {
            return status;
        }
        if (error.status() > 0) {
            return error.status();
        }
        for (String mark : error.marks().split("\\s+", -1)) {
            Integer told = STATUSES.get(mark);
            if (told != null) {
                return told;
            }
        }
        return status;
    }

    static Kind of(int status, ProviderError error) {
        String all = error.all();
        if (status < 500 && NO_CREDIT.matcher(all).find()) {
            return Kind.OUT_OF_CREDIT;
        }
        return switch (status) {
            case 401, 403 -> Kind.UNAUTHORIZED;
            case 402 -> Kind.OUT_OF_CREDIT;
            case 404 -> Kind.UNKNOWN_MODEL;
            case 413, 429 -> tooMuch(status, error);
            case 503, 529 -> Kind.OVERLOADED;
            case 408, 409, 425 -> Kind.TRANSPORT;
            default -> byWords(status, error);
        };
    }

    private static Kind tooMuch(int status, ProviderError error) {
        boolean atOnce = status == 413 || TOO_MUCH_AT_ONCE.matcher(error.all()).find();
        return atOnce && !Overflow.isOfThisMinute(error) ? Kind.CONTEXT_OVERFLOW : Kind.RATE_LIMITED;
    }

    private static Kind byWords(int status, ProviderError error) {
        if (Overflow.seenIn(error)) {
            return Kind.CONTEXT_OVERFLOW;
        }
        if (status >= 500) {
            return Kind.TRANSPORT;
        }
        if (FILTERED.matcher(error.all()).find()) {
            return Kind.FILTERED;
        }
        if (NO_MODEL.matcher(error.all()).find()) {
            return Kind.UNKNOWN_MODEL;
        }
        return status < 300 ? Kind.TRANSPORT : Kind.BAD_REQUEST;
    }
}
