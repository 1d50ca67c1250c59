package dev.pith.activities.backfill;

/** Where a backfill is with one conversation. */
public enum ItemState {
    WAITING,
    RUNNING,
    ENDED
}
