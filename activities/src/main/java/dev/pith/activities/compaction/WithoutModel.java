package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.MergeTask;
import dev.pith.workflows.model.ModelUse;
import java.util.List;

/** Writes without a model: where none is requested, and as the last rung of the ladder. */
public final class WithoutModel implements SummarizerFactory {

    private final Summarizer summarizer;

    public WithoutModel(Summarizer summarizer) {
        this.summarizer = summarizer;
    }

    /** Without a model, the merge updates the anchors. */
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
    public Summarizer ofMerge(MergeTask task, Attempt attempt) {
        ModelUse model = task.request().spec().model();
        return model == null ? summarizer : new PartsSummarizer(summarizer, model.ledgerPercent());
    }
}
