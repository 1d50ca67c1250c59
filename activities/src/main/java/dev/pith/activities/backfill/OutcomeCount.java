package dev.pith.activities.backfill;

/** How many items of a backfill ended in one way. */
public record OutcomeCount(String outcome, long count) {}
