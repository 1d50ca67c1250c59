package dev.pith.workflows.compaction;

/** One chunk to summarize at one rung. */
public record ChunkTask(CompactionRequest request, ChunkRef chunk, Rung rung, int budget) {}
