package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ChunkSummary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.Attempted;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Summarizes one chunk, unless its summary is in the store already. */
public final class ChunkSummarizing {

    private final Database database;
    private final Writers writers;

    public ChunkSummarizing(Database database, Writers writers) {
        this.database = database;
        this.writers = writers;
    }

    /**
     * Summarizes.
     *
     * @throws UnfitReplyException where a model wrote what must not stand for the chunk
     */
    public Attempted summarize(ChunkTask task, Attempt attempt) {
        String conversation = task.request().conversation();
        Chunks chunks = database.table(Chunks.class);
        Compaction compaction = planned(task);
        ContextVersion version = database.table(ContextVersions.class).at(conversation, compaction.fromVersion());
        List<Summary> anchors = database.table(Summaries.class).inOrder(version.summaries());
        Summarizer summarizer = writers.ofChunk(task, isWholeHead(task.chunk(), compaction), anchors, attempt);
        String key = ChunkKey.of(task, summarizer, version.abandoned());
        Optional<ChunkSummary> before = chunks.byKey(conversation, key);
        ChunkSummary summary = before.orElseGet(() -> write(task, summarizer, key, version, attempt.alive()));
        chunks.done(task.request().id(), task.chunk(), summary.id());
        return new Attempted(Verdict.FIT, summary.tokens(), before.isPresent());
    }

    private static boolean isWholeHead(ChunkRef chunk, Compaction compaction) {
        return compaction.headFrom() != null
                && compaction.headTo() != null
                && chunk.fromSeq() <= compaction.headFrom()
                && chunk.toSeq() >= compaction.headTo();
    }

    private ChunkSummary write(
            ChunkTask task, Summarizer summarizer, String key, ContextVersion version, LongConsumer alive) {
        String conversation = task.request().conversation();
        Conversation stored =
                database.table(Conversations.class).find(conversation).orElseThrow();
        Wish wish = new Wish(task.budget(), task.request().spec().focus(), stored.project(), stored.branch());
        Draft draft;
        try (Stream<StoredMessage> messages = MessageReading.of(
                database, conversation, task.chunk().fromSeq(), task.chunk().toSeq(), version.abandoned())) {
            draft = summarizer.summarize(messages.peek(message -> alive.accept(message.seq())), wish);
        }
        Chunks chunks = database.table(Chunks.class);
        chunks.insertSummary(new ChunkSummary(
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
                summarizer.promptHash()));
        return chunks.byKey(conversation, key).orElseThrow();
    }

    private Compaction planned(ChunkTask task) {
        return database.table(Compactions.class)
                .find(task.request().id())
                .orElseThrow(() -> new BrokenInvariantException(
                        "compaction " + task.request().id() + " has chunks to summarize but no plan"));
    }
}
