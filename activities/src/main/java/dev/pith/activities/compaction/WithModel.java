package dev.pith.activities.compaction;

import dev.pith.activities.calling.JournaledModel;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.MergeTask;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes by asking a model. */
public final class WithModel implements Writers {

    private final JournaledModel model;
    private final UnaryOperator<String> redaction;

    /**
     * A model.
     *
     * @param redaction what every text goes through on its way to the model
     */
    public WithModel(JournaledModel model, UnaryOperator<String> redaction) {
        this.model = model;
        this.redaction = redaction;
    }

    @Override
    public Summarizer ofChunk(ChunkTask task, boolean wholeHead, List<Summary> anchors, Attempt attempt) {
        Asking asking = Asking.chunk(task, anchors, wholeHead, attempt.due());
        return new ModelSummarizer(model, asking, attempt.stop(), redaction);
    }

    @Override
    public Summarizer ofMerge(MergeTask task, Attempt attempt) {
        return new ModelSummarizer(model, Asking.merge(task, attempt.due()), attempt.stop(), redaction);
    }
}
