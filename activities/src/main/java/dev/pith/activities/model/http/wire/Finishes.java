package dev.pith.activities.model.http.wire;

import dev.pith.activities.model.Finish;
import java.util.Locale;

/** Maps finish reasons. One table for all formats, because gateways pass on those of the provider behind them. */
final class Finishes {

    private Finishes() {}

    static Finish of(String reason) {
        return switch (reason.toLowerCase(Locale.ROOT)) {
            case "stop", "end_turn", "stop_sequence", "eos" -> Finish.STOP;
            case "length", "max_tokens" -> Finish.LENGTH;
            case "model_context_window_exceeded", "model_length" -> Finish.WINDOW_FULL;
            case "content_filter", "safety", "sensitive" -> Finish.FILTERED;
            case "refusal" -> Finish.REFUSED;
            case "tool_calls", "tool_use", "function_call" -> Finish.TOOL_CALLS;
            case "error", "network_error" -> Finish.FAILED;
            case "" -> Finish.MISSING;
            default -> Finish.UNKNOWN;
        };
    }
}
