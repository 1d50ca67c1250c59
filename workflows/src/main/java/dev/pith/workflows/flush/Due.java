package dev.pith.workflows.flush;

import org.jspecify.annotations.Nullable;

/**
 * The next range to flush.
 *
 * @param range the first due range; null without one
 * @param waitMillis the time until the next range is due; null if none waits, or one is due
 */
public record Due(@Nullable FlushRange range, @Nullable Long waitMillis) {}
