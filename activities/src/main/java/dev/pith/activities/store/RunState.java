package dev.pith.activities.store;

/** Whether a compaction or backfill is recorded as running or ended. */
public enum RunState {
    RUNNING,
    ENDED
}
