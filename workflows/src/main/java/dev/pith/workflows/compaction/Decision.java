package dev.pith.workflows.compaction;

/** The decision of planning about the head. */
public enum Decision {
    NOTHING_TO_DO,
    /** One call reads the whole head. */
    SINGLE_PASS,
    /** One call could read the head, but chunks in parallel are faster. */
    PREEMPTIVE,
    /** Nothing is summarized: long results of tools become one line each. */
    PRUNE,
    /** The head is too small for a summary, but the live summaries together exceed their budget. */
    CONDENSE,
    /** The head is larger than one call can read, so it must be chunked. */
    OVERSIZE
}
