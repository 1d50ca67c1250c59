package dev.pith.workflows.compaction;

import dev.pith.workflows.model.Step;

/** A group of summaries to condense at one step of the ladder. */
public record CondenseTask(CompactionRequest request, CondenseGroup group, Step step) {}
