package dev.pith.activities.backfill;

/**
 * An item whose turn has come.
 *
 * @param begun whether it was begun before, and is to be tried again
 * @param upToDate whether there is nothing to do for its conversation
 * @param undone whether a person undid its compaction, and no message has come since
 */
public record Candidate(long number, String conversation, boolean begun, boolean upToDate, boolean undone) {}
