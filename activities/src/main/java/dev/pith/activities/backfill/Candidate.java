package dev.pith.activities.backfill;

/**
 * The next item of a backfill, before it is begun.
 *
 * @param begun whether this is a retry
 * @param upToDate whether its conversation is up to date
 * @param undone whether a person undid its compaction and no message came since
 */
public record Candidate(long number, String conversation, boolean begun, boolean upToDate, boolean undone) {}
