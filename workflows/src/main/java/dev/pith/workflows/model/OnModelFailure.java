package dev.pith.workflows.model;

/** What a compaction does when its model writes no acceptable text. */
public enum OnModelFailure {
    /** Missing texts are written without the model; the result is marked degraded. */
    DEGRADE,
    /** The context stays unchanged, and the compaction fails with the reason. */
    KEEP
}
