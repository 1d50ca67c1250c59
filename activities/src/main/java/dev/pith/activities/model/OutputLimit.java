package dev.pith.activities.model;

/** The parameter by which an endpoint takes the output limit; exactly one is sent. */
public enum OutputLimit {
    /** What everybody knows but reasoning models of OpenAI. */
    MAX_TOKENS,
    /** What those know. */
    MAX_COMPLETION_TOKENS,
    /** Some gateways forbid both. */
    NONE;

    /** The parameter's name; empty for {@link #NONE}. */
    public String parameter() {
        return switch (this) {
            case MAX_TOKENS -> "max_tokens";
            case MAX_COMPLETION_TOKENS -> "max_completion_tokens";
            case NONE -> "";
        };
    }
}
