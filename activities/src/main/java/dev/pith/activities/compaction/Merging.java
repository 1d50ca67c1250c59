package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.gateway.UnfitReplyException;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Form;
import dev.pith.activities.summarizing.Summarizer.Part;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.Attempted;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.MergeTask;
import dev.pith.workflows.model.Rung;
import dev.pith.workflows.model.Verdict;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Merges anchors and chunk summaries into the summary of the head, and stages it with its sources. Thread-safe. */
public final class Merging {

    private final Database database;
    private final SummarizerFactory summarizerFactory;

    public Merging(Database database, SummarizerFactory summarizerFactory) {
        this.database = database;
        this.summarizerFactory = summarizerFactory;
    }

    /**
     * Merges and stages, or returns the staged result.
     *
     * @throws UnfitReplyException if the reply of the model cannot replace the head
     */
    public Attempted merge(MergeTask task, Attempt attempt) {
        CompactionRequest request = task.request();
        Compaction compaction =
                database.table(Compactions.class).find(request.id()).orElseThrow();
        if (compaction.summary() != null) {
            Summary staged =
                    database.table(Summaries.class).find(compaction.summary()).orElseThrow();
            return new Attempted(Verdict.FIT, staged.tokens(), true);
        }
        Basis basis = Basis.of(database, compaction);
        Summarizer summarizer = summarizerFactory.ofMerge(task, attempt);
        Draft draft = draft(request, compaction, basis.anchors(), summarizer, attempt);
        boolean degraded = request.spec().model() != null
                && (task.step().rung() == Rung.EXTRACTIVE
                        || database.table(Chunks.class).anyAt(request.id(), Rung.EXTRACTIVE.name()));
        Summary staged = database.transact(handle -> new Staging(handle, request, compaction, basis)
                .stage(draft, degraded, summarizer.name(), summarizer.promptHash()));
        return new Attempted(Verdict.FIT, staged.tokens(), false);
    }

    private Draft draft(
            CompactionRequest request,
            Compaction compaction,
            List<Summary> anchors,
            Summarizer summarizer,
            Attempt attempt) {
        Conversation stored =
                database.table(Conversations.class).find(request.conversation()).orElseThrow();
        Form form = request.spec().gist() == null ? Form.SUMMARY : Form.GIST;
        Wish wish =
                new Wish(compaction.summaryBudget(), request.spec().focus(), stored.project(), stored.branch(), form);
        AtomicLong read = new AtomicLong();
        try (Stream<Part> parts = MergeParts.of(database, request.id(), anchors)) {
            return summarizer.merge(
                    parts.peek(part -> attempt.alive().accept(read.incrementAndGet())),
                    MessageReading.pinned(database.table(Messages.class), compaction),
                    wish);
        }
    }
}
