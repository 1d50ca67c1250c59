package dev.pith.workflows.model;

/** What becomes of a compaction whose model does not write a fit text. */
public enum OnModelFailure {
    /** What the model did not write is written without it, and the result is called degraded. */
    DEGRADE,
    /** The context stays as it was, and the compaction fails with the model's reason. */
    KEEP
}
