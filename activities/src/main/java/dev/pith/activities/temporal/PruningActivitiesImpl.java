package dev.pith.activities.temporal;

import dev.pith.activities.pruning.Pruning;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.Pruned;
import dev.pith.workflows.compaction.PruningActivities;

/** Implements pruning over the store. */
public final class PruningActivitiesImpl implements PruningActivities {

    private final Pruning pruning;

    public PruningActivitiesImpl(Database database) {
        this.pruning = new Pruning(database);
    }

    @Override
    public Pruned prune(CompactionRequest request) {
        return pruning.prune(request);
    }
}
