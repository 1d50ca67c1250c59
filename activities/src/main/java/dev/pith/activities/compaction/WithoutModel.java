package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CondenseTask;
import dev.pith.workflows.compaction.MergeTask;
import dev.pith.workflows.model.ModelUse;
import java.util.List;

/**
 * Creates summarizers that call no model, for requests without one and for the last rung of the ladder. Thread-safe.
 */
public final class WithoutModel implements SummarizerFactory {

    private final Summarizer summarizer;

    public WithoutModel(Summarizer summarizer) {
        this.summarizer = summarizer;
    }

    /**
     * Updates the anchors with the chunk only as the last rung of a model; in a request without a model, the merge
     * updates them.
     */
    @Override
    public Summarizer ofChunk(ChunkTask task, boolean wholeHead, List<Summary> anchors, Attempt attempt) {
        boolean updates =
                wholeHead && !anchors.isEmpty() && task.request().spec().model() != null;
        return updates ? new AnchoredSummarizer(summarizer, anchors) : summarizer;
    }

    @Override
    public Summarizer ofGroup(ChunkTask task, Attempt attempt) {
        return summarizer;
    }

    @Override
    public Summarizer ofCondensation(CondenseTask task, Attempt attempt) {
        return summarizer;
    }

    @Override
    public Summarizer ofMerge(MergeTask task, Attempt attempt) {
        ModelUse model = task.request().spec().model();
        return model == null ? summarizer : new PartsSummarizer(summarizer, model.ledgerPercent());
    }
}
