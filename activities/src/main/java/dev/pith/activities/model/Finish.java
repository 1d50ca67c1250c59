package dev.pith.activities.model;

/** Why a model stopped. Only replies with a clean stop can be committed. */
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
    /** It called a tool, although none was offered: {@code tool_calls}, {@code tool_use}. */
    TOOL_CALLS,
    /** The endpoint says that it did not work: {@code error}, {@code network_error}. The same may work a moment later. */
    FAILED,
    /** The endpoint gave no reason, so nobody knows whether the text is whole. */
    MISSING,
    /** A reason that is not known here. */
    UNKNOWN
}
