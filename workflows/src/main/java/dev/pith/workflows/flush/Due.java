package dev.pith.workflows.flush;

import org.jspecify.annotations.Nullable;

/**
 * What is to be flushed next.
 *
 * @param range the first range that is due; null where none is
 * @param waitMillis how long until one is; null where none waits
 */
public record Due(@Nullable FlushRange range, @Nullable Long waitMillis) {}
