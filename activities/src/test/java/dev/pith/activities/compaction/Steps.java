package dev.pith.activities.compaction;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.layering.GroupCondensing;
import dev.pith.activities.layering.Layering;
import dev.pith.activities.pruning.Pruning;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.workflows.compaction.Attempted;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.CondenseGroup;
import dev.pith.workflows.compaction.CondenseTask;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Layers;
import dev.pith.workflows.compaction.MergeTask;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Plan;
import dev.pith.workflows.compaction.Pruned;
import dev.pith.workflows.model.Step;
import java.util.List;
import java.util.Objects;

/** The steps of one compaction, one after the other as the workflow takes them, without Temporal. */
final class Steps {

    private final Database database;
    private final CompactionRequest request;
    private final SummarizerFactory summarizerFactory;

    Steps(Database database, String conversation) {
        this(database, conversation, CompactionSpec.defaults());
    }

    Steps(Database database, String conversation, CompactionSpec spec) {
        this(database, conversation, spec, new WithoutModel(new ExtractiveSummarizer()));
    }

    Steps(Database database, String conversation, CompactionSpec spec, SummarizerFactory summarizerFactory) {
        this.database = database;
        this.summarizerFactory = summarizerFactory;
        this.request = new CompactionRequest(OpaqueId.next(), conversation, spec);
    }

    CompactionResult compact() {
        return toCommit() ? commit() : end(Outcome.NOTHING_TO_DO);
    }

    /** Takes all steps before the commit; answers whether there is anything to commit. */
    boolean toCommit() {
        Plan plan = plan();
        if (plan.decision() == Decision.NOTHING_TO_DO) {
            return false;
        }
        if (!plan.prunesFirst() || !prune().enough()) {
            summarizeAndMerge();
        }
        return true;
    }

    boolean isLayered() {
        return request.spec().layered() != null;
    }

    Pruned prune() {
        return new Pruning(database).prune(request);
    }

    Plan plan() {
        return new Planner(database).plan(request).plan();
    }

    void summarizeAndMerge() {
        summarizeChunks();
        if (request.spec().layered() != null) {
            condense();
        } else if (plan().merges()) {
            new Merging(database, summarizerFactory).merge(new MergeTask(request, step()), Attempt.unwatched());
        }
    }

    private void condense() {
        long before = Long.MAX_VALUE;
        for (Layers layers = layers(); !layers.groups().isEmpty() && layers.tokens() < before; layers = layers()) {
            before = layers.tokens();
            layers.groups().forEach(this::condense);
        }
    }

    Layers layers() {
        return new Layering(database).layers(request);
    }

    Attempted condense(CondenseGroup group) {
        return new GroupCondensing(database, summarizerFactory)
                .condense(new CondenseTask(request, group, step()), Attempt.unwatched());
    }

    List<Attempted> summarizeChunks() {
        ChunkSummarizing chunks = new ChunkSummarizing(database, summarizerFactory);
        int budget = plan().chunkBudget();
        return database.table(Chunks.class).page(request.id(), 0, 1_000).stream()
                .map(chunk -> chunks.summarize(new ChunkTask(request, chunk, step(), budget), Attempt.unwatched()))
                .toList();
    }

    private Step step() {
        return request.spec().model() == null ? Step.WITHOUT_MODEL : Step.FIRST;
    }

    CompactionResult commit() {
        return new Committing(database).commit(request);
    }

    CompactionResult preview() {
        return new Committing(database).preview(request);
    }

    CompactionResult end(Outcome outcome) {
        return new Committing(database).end(request, outcome, null, null);
    }

    String conversation() {
        return request.conversation();
    }

    String compactionId() {
        return request.id();
    }

    Summary summary() {
        String id = database.table(Compactions.class)
                .find(request.id())
                .orElseThrow()
                .summary();
        return database.table(Summaries.class).find(Objects.requireNonNull(id)).orElseThrow();
    }
}
