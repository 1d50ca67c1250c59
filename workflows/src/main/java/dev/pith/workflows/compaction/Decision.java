package dev.pith.workflows.compaction;

/** What planning decided about the head. */
public enum Decision {
    NOTHING_TO_DO,
    /** Small: one call. */
    SINGLE_PASS,
    /** Would fit one call, but chunks in parallel are faster. */
    PREEMPTIVE,
    /** Larger than one call can read: must be chunked. */
    OVERSIZE
}
