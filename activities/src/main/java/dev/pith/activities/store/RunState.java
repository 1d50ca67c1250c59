package dev.pith.activities.store;

/** Whether a compaction or backfill has ended, as far as the store knows. */
public enum RunState {
    RUNNING,
    ENDED
}
