package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.store.ChunkSummary;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.workflows.compaction.ChunkDone;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.Rung;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Summarizes one chunk, unless its summary is in the store already. */
public final class ChunkSummarizing {

    private final Database database;
    private final Summarizer summarizer;

    public ChunkSummarizing(Database database, Summarizer summarizer) {
        this.database = database;
        this.summarizer = summarizer;
    }

    /**
     * Summarizes.
     *
     * @param alive told the number of each message as it is read, so that the caller can say that work goes on
     */
    public ChunkDone summarize(ChunkTask task, LongConsumer alive) {
        String conversation = task.request().conversation();
        Chunks chunks = database.table(Chunks.class);
        ContextVersion version = pinnedVersion(task);
        String key = ChunkKey.of(task, summarizer.name(), version.abandoned());
        Optional<ChunkSummary> before = chunks.byKey(conversation, key);
        ChunkSummary summary = before.orElseGet(() -> write(task, key, version, alive));
        chunks.done(task.request().id(), task.chunk().index(), summary.id());
        return new ChunkDone(
                task.chunk().index(),
                summary.tokens(),
                Rung.valueOf(summary.rung()),
                before.isPresent(),
                summary.degraded());
    }

    private ChunkSummary write(ChunkTask task, String key, ContextVersion version, LongConsumer alive) {
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
                task.rung().name(),
                false,
                summarizer.name()));
        return chunks.byKey(conversation, key).orElseThrow();
    }

    private ContextVersion pinnedVersion(ChunkTask task) {
        Compaction compaction = database.table(Compactions.class)
                .find(task.request().id())
                .orElseThrow(() -> new BrokenInvariantException(
                        "compaction " + task.request().id() + " has chunks to summarize but no plan"));
        return database.table(ContextVersions.class).at(compaction.conversation(), compaction.fromVersion());
    }
}
