package dev.pith.activities.model;

/** Why a model stopped. Only a clean stop makes a reply fit to be committed. */
public enum Finish {
    /** It was done: {@code stop}, {@code end_turn}, {@code stop_sequence}. */
    STOP,
    /** Its room was used up: {@code length}, {@code max_tokens}. */
    LENGTH,
    /** The context window was used up: {@code model_context_window_exceeded}. */
    WINDOW_FULL,
    /** A filter took the answer: {@code content_filter}. */
    FILTERED,
    /** The model would not: {@code refusal}, or a refusal field. */
    REFUSED,
    /** Anything else, {@code error}, {@code network_error}, tool calls, an unknown or a missing reason. */
    UNCLEAR
}
