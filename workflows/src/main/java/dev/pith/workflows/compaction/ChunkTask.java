package dev.pith.workflows.compaction;

import dev.pith.workflows.model.Step;

/**
 * One chunk to summarize at one step of the ladder.
 *
 * @param budget the target tokens of its summary
 */
public record ChunkTask(CompactionRequest request, ChunkRef chunk, Step step, int budget) {}
