package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;

/** The activity that stages the layers of a compaction. */
@ActivityInterface
public interface LayeringActivities {

    /**
     * Stages the chunk summaries as leaves behind the summaries that stay live, on the first call; then returns the
     * staged layers with the neighbors to condense next.
     */
    Layers layers(CompactionRequest request);
}
