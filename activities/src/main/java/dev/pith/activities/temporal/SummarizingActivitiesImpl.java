package dev.pith.activities.temporal;

import dev.pith.activities.compaction.ChunkSummarizing;
import dev.pith.activities.compaction.Merging;
import dev.pith.activities.store.Database;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.workflows.compaction.ChunkDone;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.MergeDone;
import dev.pith.workflows.compaction.Plan;
import dev.pith.workflows.compaction.SummarizingActivities;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;

/** Summarizing over the store by one summarizer. Heartbeats tell the last message or part read; a cancellation ends the reading. */
public final class SummarizingActivitiesImpl implements SummarizingActivities {

    private final ChunkSummarizing chunks;
    private final Merging merging;

    public SummarizingActivitiesImpl(Database database, Summarizer summarizer) {
        this.chunks = new ChunkSummarizing(database, summarizer);
        this.merging = new Merging(database, summarizer);
    }

    @Override
    public ChunkDone summarize(ChunkTask task) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        return Failures.translated(() -> chunks.summarize(task, context::heartbeat));
    }

    @Override
    public MergeDone merge(CompactionRequest request, Plan plan) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        return Failures.translated(() -> merging.merge(request, context::heartbeat));
    }
}
