package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;

/** The activity that finds what PRUNE shortens. */
@ActivityInterface
public interface PruningActivities {

    /**
     * Stores a line for each long result of a tool before the tail. If that is enough, the compaction commits these
     * lines and writes no summary. Idempotent.
     */
    Pruned prune(CompactionRequest request);
}
