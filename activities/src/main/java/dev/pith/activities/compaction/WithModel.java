package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.gateway.EndpointModels;
import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.redaction.Redactor;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CondenseTask;
import dev.pith.workflows.compaction.MergeTask;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Creates summarizers that call a model. Thread-safe. */
public final class WithModel implements SummarizerFactory {

    private final EndpointModels models;
    private final Supplier<Redactor> redactors;

    /**
     * Takes the models of one endpoint.
     *
     * @param models the profiles of the endpoint, at least one; a request uses its own profile
     * @param redactors create the redactor that every sent text passes
     */
    public WithModel(List<JournaledModel> models, Supplier<Redactor> redactors) {
        this.models = new EndpointModels(models);
        this.redactors = redactors;
    }

    @Override
    public Summarizer ofChunk(ChunkTask task, boolean wholeHead, List<Summary> anchors, Attempt attempt) {
        PromptSpec promptSpec = PromptSpec.chunk(task, anchors, wholeHead, attempt.due());
        return new ModelSummarizer(model(task.request()), promptSpec, attempt.stop(), redactors.get());
    }

    @Override
    public Summarizer ofGroup(ChunkTask task, Attempt attempt) {
        PromptSpec promptSpec = PromptSpec.group(task, attempt.due());
        return new ModelSummarizer(model(task.request()), promptSpec, attempt.stop(), redactors.get());
    }

    @Override
    public Summarizer ofCondensation(CondenseTask task, Attempt attempt) {
        PromptSpec promptSpec = PromptSpec.condensation(task, attempt.due());
        return new ModelSummarizer(model(task.request()), promptSpec, attempt.stop(), redactors.get());
    }

    @Override
    public Summarizer ofMerge(MergeTask task, Attempt attempt) {
        PromptSpec promptSpec = PromptSpec.merge(task, attempt.due());
        return new ModelSummarizer(model(task.request()), promptSpec, attempt.stop(), redactors.get());
    }

    private JournaledModel model(CompactionRequest request) {
        return models.of(Objects.requireNonNull(request.spec().model(), "a rung with a model needs one"));
    }
}
