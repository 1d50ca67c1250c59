package dev.pith.workflows.compaction;

import dev.pith.workflows.model.Step;

/** The chunk summaries of a compaction to merge at one step of the ladder. */
public record MergeTask(CompactionRequest request, Step step) {}
