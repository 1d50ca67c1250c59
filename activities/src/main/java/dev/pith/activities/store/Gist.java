package dev.pith.activities.store;

/**
 * A stored gist, as planning reads it.
 *
 * @param toSeq the watermark: the last message that it covers
 */
public record Gist(String id, long toSeq, int tokens, boolean degraded) {}
