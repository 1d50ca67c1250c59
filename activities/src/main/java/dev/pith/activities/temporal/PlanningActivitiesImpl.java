package dev.pith.activities.temporal;

import dev.pith.activities.compaction.Grouping;
import dev.pith.activities.compaction.Planner;
import dev.pith.activities.compaction.Splitting;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.Planned;
import dev.pith.workflows.compaction.PlanningActivities;
import java.util.List;

/** Implements planning over the store. */
public final class PlanningActivitiesImpl implements PlanningActivities {

    private final Database database;
    private final CompactionLog log;
    private final Planner planner;
    private final Splitting splitting;
    private final Grouping grouping;

    public PlanningActivitiesImpl(Database database) {
        this.database = database;
        this.log = new CompactionLog(database);
        this.planner = new Planner(database);
        this.splitting = new Splitting(database);
        this.grouping = new Grouping(database);
    }

    @Override
    public Planned plan(CompactionRequest request) {
        Planned planned = planner.plan(request);
        log.planned(request, planned.plan());
        return planned;
    }

    @Override
    public List<ChunkRef> chunks(String compaction, int fromIndex) {
        return database.table(Chunks.class).page(compaction, fromIndex, PAGE);
    }

    @Override
    public List<ChunkRef> split(CompactionRequest request, ChunkRef chunk) {
        return splitting.split(request, chunk);
    }

    @Override
    public void join(CompactionRequest request, ChunkRef chunk) {
        splitting.join(request, chunk);
    }

    @Override
    public List<ChunkRef> groups(CompactionRequest request, int mergeInput) {
        return grouping.groups(request, mergeInput);
    }
}
