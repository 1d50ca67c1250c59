package dev.pith.activities.temporal;

import dev.pith.activities.compaction.ChunkSummarizing;
import dev.pith.activities.compaction.GroupMerging;
import dev.pith.activities.compaction.Merging;
import dev.pith.activities.compaction.SummarizerFactory;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.gateway.UnfitReplyException;
import dev.pith.activities.layering.GroupCondensing;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.Attempted;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CondenseTask;
import dev.pith.workflows.compaction.MergeTask;
import dev.pith.workflows.compaction.SummarizingActivities;
import java.time.Duration;
import java.util.function.Function;

/**
 * Implements summarizing over the store. Heartbeats report the last message or part read, and continue while a model
 * writes; a cancellation ends the reading and cuts the call.
 */
public final class SummarizingActivitiesImpl implements SummarizingActivities {

    private final ChunkSummarizing chunks;
    private final GroupMerging groups;
    private final GroupCondensing condensing;
    private final Merging merging;

    public SummarizingActivitiesImpl(Database database, SummarizerFactory summarizerFactory) {
        this.chunks = new ChunkSummarizing(database, summarizerFactory);
        this.groups = new GroupMerging(database, summarizerFactory);
        this.condensing = new GroupCondensing(database, summarizerFactory);
        this.merging = new Merging(database, summarizerFactory);
    }

    @Override
    public Attempted summarize(ChunkTask task) {
        long begun = System.nanoTime();
        Attempted attempted = attempted(attempt -> chunks.summarize(task, attempt));
        if (!attempted.reused()) {
            CompactionMetrics.chunk(task.step().rung(), Duration.ofNanos(System.nanoTime() - begun));
        }
        return attempted;
    }

    @Override
    public Attempted mergeGroup(ChunkTask task) {
        return attempted(attempt -> groups.merge(task, attempt));
    }

    @Override
    public Attempted condense(CondenseTask task) {
        return attempted(attempt -> condensing.condense(task, attempt));
    }

    @Override
    public Attempted merge(MergeTask task) {
        return attempted(attempt -> merging.merge(task, attempt));
    }

    private static Attempted attempted(Function<Attempt, Attempted> work) {
        try {
            return work.apply(WatchedContext.attempt());
        } catch (UnfitReplyException unfit) {
            return new Attempted(unfit.verdict(), 0, unfit.reused());
        }
    }
}
