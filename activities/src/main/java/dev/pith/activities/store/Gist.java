package dev.pith.activities.store;

/**
 * What planning needs to know of a stored gist.
 *
 * @param toSeq its watermark: the last message that it stands for
 */
public record Gist(String id, long toSeq, int tokens, boolean degraded) {}
