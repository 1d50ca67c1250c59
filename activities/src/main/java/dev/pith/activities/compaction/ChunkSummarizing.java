package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.gateway.UnfitReplyException;
import dev.pith.activities.store.BrokenInvariantException;
import dev.pith.activities.store.ChunkSummary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Form;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.Attempted;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.model.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Summarizes one chunk, or returns its stored summary. Thread-safe. */
public final class ChunkSummarizing {

    /** The most summaries before a leaf that its summarizer reads. */
    private static final int BEFORE = 2;

    private final Database database;
    private final SummarizerFactory summarizerFactory;

    public ChunkSummarizing(Database database, SummarizerFactory summarizerFactory) {
        this.database = database;
        this.summarizerFactory = summarizerFactory;
    }

    /**
     * Summarizes a chunk, stores its summary, and marks the chunk as done in the plan.
     *
     * @throws UnfitReplyException if the reply of the model cannot replace the chunk
     */
    public Attempted summarize(ChunkTask task, Attempt attempt) {
        String conversation = task.request().conversation();
        Chunks chunks = database.table(Chunks.class);
        Compaction compaction = planned(task);
        Basis basis = Basis.of(database, compaction);
        boolean layered = task.request().spec().layered() != null;
        boolean whole = !layered && isWholeHead(task.chunk(), compaction);
        List<Summary> anchors = layered ? before(task.chunk(), basis.anchors(), compaction) : basis.anchors();
        Summarizer summarizer = summarizerFactory.ofChunk(task, whole, anchors, attempt);
        Form form = task.request().spec().gist() != null && whole ? Form.GIST : Form.SUMMARY;
        String key = ChunkKey.of(task, summarizer, form, basis.abandoned());
        Optional<ChunkSummary> before = chunks.byKey(conversation, key);
        ChunkSummary summary =
                before.orElseGet(() -> write(task, summarizer, form, key, basis.abandoned(), attempt.alive()));
        chunks.done(task.request().id(), task.chunk(), summary.id());
        return new Attempted(Verdict.FIT, summary.tokens(), before.isPresent());
    }

    /**
     * Returns the live summaries just before a leaf. Only the first leaf has any: the others are written at the same
     * time as those before them.
     */
    private static List<Summary> before(ChunkRef chunk, List<Summary> live, Compaction compaction) {
        boolean first = compaction.headFrom() != null && chunk.fromSeq() <= compaction.headFrom();
        return first ? live.subList(Math.max(0, live.size() - BEFORE), live.size()) : List.of();
    }

    private static boolean isWholeHead(ChunkRef chunk, Compaction compaction) {
        return compaction.headFrom() != null
                && compaction.headTo() != null
                && chunk.fromSeq() <= compaction.headFrom()
                && chunk.toSeq() >= compaction.headTo();
    }

    private ChunkSummary write(
            ChunkTask task, Summarizer summarizer, Form form, String key, Ranges abandoned, LongConsumer alive) {
        String conversation = task.request().conversation();
        Conversation stored =
                database.table(Conversations.class).find(conversation).orElseThrow();
        Wish wish = new Wish(task.budget(), task.request().spec().focus(), stored.project(), stored.branch(), form);
        Draft draft;
        try (Stream<StoredMessage> messages = MessageReading.legible(
                database, conversation, task.chunk().fromSeq(), task.chunk().toSeq(), abandoned)) {
            draft = summarizer.summarize(messages.peek(message -> alive.accept(message.seq())), wish);
        }
        ChunkSummary made = new ChunkSummary(
                OpaqueId.next(),
                conversation,
                key,
                task.chunk().fromSeq(),
                task.chunk().toSeq(),
                draft.text(),
                draft.digest(),
                draft.tokens(),
                task.step().rung().name(),
                summarizer.name(),
                summarizer.promptHash());
        return database.table(Chunks.class).keep(made);
    }

    private Compaction planned(ChunkTask task) {
        return database.table(Compactions.class)
                .find(task.request().id())
                .orElseThrow(() -> new BrokenInvariantException(
                        "compaction " + task.request().id() + " has chunks to summarize but no plan"));
    }
}
