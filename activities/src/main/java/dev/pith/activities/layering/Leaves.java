package dev.pith.activities.layering;

import dev.pith.activities.compaction.MergeParts;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.BrokenInvariantException;
import dev.pith.activities.store.ChunkSummary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Frontiers;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.summarizing.Assembly;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.LayeredSpec;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.Rung;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Stages the chunk summaries of a compaction as leaves.
 *
 * @param handle the transaction, which holds the lock on the compaction's row
 * @param abandoned the abandoned messages at the planned context version
 */
record Leaves(Handle handle, Compaction compaction, CompactionSpec spec, Conversation stored, Ranges abandoned) {

    static Leaves of(Handle handle, Compaction compaction, CompactionSpec spec) {
        Conversation stored = handle.attach(Conversations.class)
                .find(compaction.conversation())
                .orElseThrow();
        Ranges abandoned = handle.attach(ContextVersions.class)
                .at(compaction.conversation(), compaction.fromVersion())
                .abandoned();
        return new Leaves(handle, compaction, spec, stored, abandoned);
    }

    /** Stages the leaves behind the summaries that stay live. */
    void stage() {
        List<String> frontier = new ArrayList<>(compaction.basis());
        boolean degraded = false;
        if (compaction.headTo() != null) {
            checkChunks();
            try (Stream<ChunkSummary> chunks = handle.attach(Chunks.class).summaries(compaction.id())) {
                for (Iterator<ChunkSummary> each = chunks.iterator(); each.hasNext(); ) {
                    Summary leaf = staged(each.next());
                    frontier.add(leaf.id());
                    degraded |= leaf.degraded();
                }
            }
        }
        handle.attach(Frontiers.class).set(compaction.id(), frontier, degraded);
    }

    private void checkChunks() {
        Chunks chunks = handle.attach(Chunks.class);
        int planned = chunks.count(compaction.id());
        int done = chunks.done(compaction.id());
        if (planned == 0 || done < planned) {
            throw new BrokenInvariantException("the leaves of compaction " + compaction.id() + " are to be staged but "
                    + done + " of its " + planned + " chunks have a summary");
        }
    }

    private Summary staged(ChunkSummary chunk) {
        Summary leaf = leaf(chunk);
        handle.attach(Summaries.class).store(leaf, sources(chunk));
        return leaf;
    }

    private Summary leaf(ChunkSummary chunk) {
        ModelUse model = spec.model();
        LayeredSpec layered = Objects.requireNonNull(spec.layered(), "settings of layers");
        Wish wish = new Wish(layered.leafTokens(), spec.focus(), stored.project(), stored.branch());
        StoredMessage pinned =
                MessageReading.pinnedIn(handle.attach(Messages.class), compaction, chunk.fromSeq(), chunk.toSeq());
        Draft draft = new Assembly(model == null ? 0 : model.ledgerPercent())
                .ofParts(List.of(MergeParts.of(chunk)), pinned, wish);
        return new Summary(
                OpaqueId.next(),
                compaction.conversation(),
                compaction.id(),
                "leaf",
                0,
                chunk.fromSeq(),
                chunk.toSeq(),
                draft.text(),
                draft.digest(),
                draft.tokens(),
                null,
                null,
                messages(chunk).size(),
                model != null && chunk.rung().equals(Rung.EXTRACTIVE.name()),
                chunk.model(),
                chunk.promptHash(),
                spec.focus());
    }

    private List<Summaries.Source> sources(ChunkSummary chunk) {
        return messages(chunk).list().stream()
                .map(range -> new Summaries.Source(null, range.from(), range.to()))
                .toList();
    }

    private Ranges messages(ChunkSummary chunk) {
        return Ranges.of(chunk.fromSeq(), chunk.toSeq()).minus(abandoned);
    }
}
