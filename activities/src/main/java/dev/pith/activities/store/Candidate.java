package dev.pith.activities.store;

/**
 * An item whose turn has come.
 *
 * @param upToDate whether there is nothing to do for its conversation
 */
public record Candidate(long number, String conversation, boolean upToDate) {}
