package dev.pith.activities.backfill;

/**
 * A waiting item of a backfill that is due.
 *
 * @param begun whether it was started before, i.e. this is a retry
 * @param upToDate whether its conversation is up to date
 * @param undone whether a person undid its compaction and no message arrived since
 */
public record Candidate(long number, String conversation, boolean begun, boolean upToDate, boolean undone) {}
