package dev.pith.activities.backfill;

/** The state of a backfill's item. */
public enum ItemState {
    WAITING,
    RUNNING,
    ENDED
}
