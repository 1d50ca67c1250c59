package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.BrokenInvariantException;
import dev.pith.activities.store.ChunkSummary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.store.Summaries.Source;
import dev.pith.activities.summarizing.Assembly;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Part;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Stages a text as the summary of a compaction's head, with its sources. A staged summary is stored, but belongs to no
 * context before the commit.
 *
 * @param handle the transaction
 * @param basis the base of the compaction
 */
record Staging(Handle handle, CompactionRequest request, Compaction compaction, Basis basis) {

    /**
     * Stages the text of a summarizer.
     *
     * @param promptHash the hash of the prompt; null without a model
     */
    Summary stage(Draft draft, boolean degraded, String model, @Nullable String promptHash) {
        Summary summary = summary(draft, degraded, model, promptHash);
        handle.attach(Summaries.class).store(summary, sources());
        handle.attach(Compactions.class).stage(request.id(), summary.id(), degraded);
        return summary;
    }

    /** Stages the chunk summaries as one text without merging them; with a model, adds their ledger. */
    Summary stageChunks() {
        List<ChunkSummary> chunks;
        try (Stream<ChunkSummary> all = handle.attach(Chunks.class).summaries(request.id())) {
            chunks = all.toList();
        }
        int planned = handle.attach(Chunks.class).count(request.id());
        ModelUse model = request.spec().model();
        boolean merged = model == null
                ? planned > 1 || !basis.anchors().isEmpty() || compaction.pinned() != null
                : planned > 1 && (!basis.anchors().isEmpty() || isGist());
        if (chunks.isEmpty() || chunks.size() < planned || merged) {
            throw new BrokenInvariantException("compaction " + request.id() + " is to be committed but " + chunks.size()
                    + " of its " + planned + " chunks have a summary and nothing is merged");
        }
        boolean degraded =
                model != null && chunks.stream().anyMatch(chunk -> chunk.rung().equals(Rung.EXTRACTIVE.name()));
        ChunkSummary last = chunks.get(chunks.size() - 1);
        Draft draft = model == null ? new Draft(last.text(), last.digest(), last.tokens()) : assembled(chunks, model);
        return stage(draft, degraded, last.model(), last.promptHash());
    }

    private Draft assembled(List<ChunkSummary> chunks, ModelUse model) {
        Conversation stored =
                handle.attach(Conversations.class).find(request.conversation()).orElseThrow();
        Wish wish = new Wish(compaction.summaryBudget(), request.spec().focus(), stored.project(), stored.branch());
        StoredMessage pinned = MessageReading.pinned(handle.attach(Messages.class), compaction);
        List<Part> parts = chunks.stream().map(MergeParts::of).toList();
        return new Assembly(model.ledgerPercent()).ofParts(parts, pinned, wish);
    }

    private Summary summary(Draft draft, boolean degraded, String model, @Nullable String promptHash) {
        List<Summary> anchors = basis.anchors();
        long from = anchors.isEmpty()
                ? Objects.requireNonNull(compaction.headFrom())
                : anchors.get(0).fromSeq();
        long to = Objects.requireNonNull(compaction.headTo());
        long before = anchors.stream().mapToLong(Summary::descendants).sum();
        return new Summary(
                OpaqueId.next(),
                request.conversation(),
                request.id(),
                isGist() ? "gist" : "rolling",
                0,
                from,
                to,
                draft.text(),
                draft.digest(),
                draft.tokens(),
                null,
                null,
                before + head().size(),
                degraded,
                model,
                promptHash,
                request.spec().focus());
    }

    private List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        basis.anchors().forEach(anchor -> sources.add(new Source(anchor.id(), anchor.fromSeq(), anchor.toSeq())));
        head().list().forEach(range -> sources.add(new Source(null, range.from(), range.to())));
        return sources;
    }

    private Ranges head() {
        return Ranges.of(Objects.requireNonNull(compaction.headFrom()), Objects.requireNonNull(compaction.headTo()))
                .minus(basis.abandoned());
    }

    private boolean isGist() {
        return request.spec().gist() != null;
    }
}
