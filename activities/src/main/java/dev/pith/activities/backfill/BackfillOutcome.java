package dev.pith.activities.backfill;

/** How a run of a backfill ended. */
public enum BackfillOutcome {
    /** Every conversation has its outcome. */
    COMPLETED,
    CANCELED,
    /** The budget is used up; what was not begun has that outcome, too. */
    OVER_BUDGET,
    /** Its workflow is gone from Temporal. */
    INTERRUPTED
}
