package dev.pith.activities.model;

/** The parameter for the output limit; at most one is sent. */
public enum OutputLimit {
    /** Accepted by all endpoints except OpenAI's reasoning models. */
    MAX_TOKENS,
    /** Accepted by OpenAI's reasoning models. */
    MAX_COMPLETION_TOKENS,
    /** No limit is sent, since some gateways refuse both parameters. */
    NONE;

    /** Returns the parameter's name; empty for {@link #NONE}. */
    public String parameter() {
        return switch (this) {
            case MAX_TOKENS -> "max_tokens";
            case MAX_COMPLETION_TOKENS -> "max_completion_tokens";
            case NONE -> "";
        };
    }
}
