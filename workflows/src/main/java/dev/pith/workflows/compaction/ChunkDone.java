package dev.pith.workflows.compaction;

/**
 * A chunk summary is in the store.
 *
 * @param tokens what the chunk summary takes
 * @param reused it was there already, from an earlier attempt or compaction
 */
public record ChunkDone(int index, int tokens, Rung rung, boolean reused, boolean degraded) {}
