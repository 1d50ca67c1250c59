package dev.pith.activities.model;

/** Why a model stopped. Only replies with a clean stop can be committed. */
public enum Finish {
    /** The reply is complete: {@code stop}, {@code end_turn}, {@code stop_sequence}. */
    STOP,
    /** The output limit was reached: {@code length}, {@code max_tokens}. */
    LENGTH,
    /** The context window was full: {@code model_context_window_exceeded}. */
    WINDOW_FULL,
    /** A content filter stopped the reply: {@code content_filter}. */
    FILTERED,
    /** The model refused: {@code refusal}, or a refusal field. */
    REFUSED,
    /** The model called a tool, although none was offered: {@code tool_calls}, {@code tool_use}. */
    TOOL_CALLS,
    /** The endpoint reports a failure: {@code error}, {@code network_error}. A retry may succeed. */
    FAILED,
    /** The endpoint gave no reason, so it is unknown whether the text is complete. */
    MISSING,
    /** A reason that Pith does not know. */
    UNKNOWN
}
