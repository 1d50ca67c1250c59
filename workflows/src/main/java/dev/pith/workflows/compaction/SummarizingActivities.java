package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;

/** What writes summaries. Each attempt makes at most one call that generates text. */
@ActivityInterface
public interface SummarizingActivities {

    /** Summarizes one chunk, or finds its summary from before. */
    Attempted summarize(ChunkTask task);

    /** Makes one of the chunk summaries within a range, which takes their place among the chunks. */
    Attempted mergeGroup(ChunkTask task);

    /** Makes the summary of the whole head from the anchor and the chunk summaries, and stages it. */
    Attempted merge(MergeTask task);
}
