package dev.pith.workflows.flush;

import dev.pith.workflows.model.Step;

/**
 * One step of extracting the memories of a range.
 *
 * @param step the position on the ladder
 */
public record FlushTask(FlushRange range, Step step) {}
