package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;

/** Activities that write summaries. Each attempt makes at most one generating call. */
@ActivityInterface
public interface SummarizingActivities {

    /** Summarizes one chunk, or returns its stored summary. */
    Attempted summarize(ChunkTask task);

    /** Merges the chunk summaries of a range into one that replaces them. */
    Attempted mergeGroup(ChunkTask task);

    /** Condenses neighboring staged summaries into one of the next level, which replaces them in the staged layers. */
    Attempted condense(CondenseTask task);

    /** Merges earlier summaries and chunk summaries into the summary of the head, and stages it. */
    Attempted merge(MergeTask task);
}
