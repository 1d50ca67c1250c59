package dev.pith.workflows.compaction;

/**
 * The summary of the whole head is staged in the store.
 *
 * @param tokens what it takes
 */
public record MergeDone(int tokens, boolean degraded) {}
