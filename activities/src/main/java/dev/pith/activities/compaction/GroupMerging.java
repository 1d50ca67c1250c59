package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.gateway.UnfitReplyException;
import dev.pith.activities.store.ChunkSummary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.Attempted;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.model.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** Merges neighboring chunk summaries into one that replaces them among the chunks. Thread-safe. */
public final class GroupMerging {

    private final Database database;
    private final SummarizerFactory summarizerFactory;

    public GroupMerging(Database database, SummarizerFactory summarizerFactory) {
        this.database = database;
        this.summarizerFactory = summarizerFactory;
    }

    /**
     * Merges a group, or returns the stored result.
     *
     * @throws UnfitReplyException if the reply of the model cannot replace the group
     */
    public Attempted merge(ChunkTask task, Attempt attempt) {
        List<ChunkSummary> members = members(task);
        if (members.size() == 1) {
            return new Attempted(Verdict.FIT, members.get(0).tokens(), true);
        }
        Conversation stored = database.table(Conversations.class)
                .find(task.request().conversation())
                .orElseThrow();
        Wish wish = new Wish(task.budget(), task.request().spec().focus(), stored.project(), stored.branch());
        Summarizer summarizer = summarizerFactory.ofGroup(task, attempt);
        Draft draft = summarizer.merge(members.stream().map(MergeParts::of), null, wish);
        ChunkSummary merged = new ChunkSummary(
                OpaqueId.next(),
                stored.id(),
                "group " + task.request().id() + " " + task.chunk().fromSeq() + " to "
                        + task.chunk().toSeq(),
                task.chunk().fromSeq(),
                task.chunk().toSeq(),
                draft.text(),
                draft.digest(),
                draft.tokens(),
                task.step().rung().name(),
                summarizer.name(),
                summarizer.promptHash());
        replace(task, merged);
        return new Attempted(Verdict.FIT, draft.tokens(), false);
    }

    private List<ChunkSummary> members(ChunkTask task) {
        return database.transact(handle -> {
            try (Stream<ChunkSummary> all =
                    handle.attach(Chunks.class).summaries(task.request().id())) {
                return all.filter(chunk -> chunk.fromSeq() >= task.chunk().fromSeq()
                                && chunk.toSeq() <= task.chunk().toSeq())
                        .toList();
            }
        });
    }

    private void replace(ChunkTask task, ChunkSummary merged) {
        String compaction = task.request().id();
        database.transact(handle -> {
            handle.attach(Compactions.class).lock(compaction);
            Chunks chunks = handle.attach(Chunks.class);
            List<ChunkRef> members = chunks.within(compaction, task.chunk());
            String id = chunks.keep(merged).id();
            ChunkRef whole = new ChunkRef(
                    members.get(0).index(),
                    merged.fromSeq(),
                    merged.toSeq(),
                    members.stream().mapToLong(ChunkRef::tokens).sum());
            chunks.replace(compaction, task.chunk(), List.of(whole));
            chunks.done(compaction, whole, id);
            return id;
        });
    }
}
