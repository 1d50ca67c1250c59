package dev.pith.activities.store;

/**
 * A stored gist, as planning needs it.
 *
 * @param toSeq its watermark: the last message that it covers
 */
public record Gist(String id, long toSeq, int tokens, boolean degraded) {}
