package dev.pith.workflows.flush;

import dev.pith.workflows.model.Step;

/**
 * One step of extracting the memories of a range.
 *
 * @param step where on the ladder it stands
 */
public record FlushTask(FlushRange range, Step step) {}
