package dev.pith.activities.temporal;

import dev.pith.activities.layering.Layering;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.LayeringActivities;
import dev.pith.workflows.compaction.Layers;

/** Implements the staging of layers over the store. */
public final class LayeringActivitiesImpl implements LayeringActivities {

    private final Layering layering;

    public LayeringActivitiesImpl(Database database) {
        this.layering = new Layering(database);
    }

    @Override
    public Layers layers(CompactionRequest request) {
        return layering.layers(request);
    }
}
