package dev.pith.activities.backfill;

/** The outcome of a backfill's run. */
public enum BackfillOutcome {
    /** Every item has an outcome. */
    COMPLETED,
    CANCELED,
    /** The budget is used up; items that were not started end as OVER_BUDGET, too. */
    OVER_BUDGET,
    /** The workflow terminated without recording an outcome. */
    INTERRUPTED
}
