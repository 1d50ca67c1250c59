package dev.pith.starter.engine;

import static org.awaitility.Awaitility.await;

import dev.pith.activities.compaction.Coverage;
import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Sizes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A store on a real PostgreSQL with a worker of this process on a real Temporal server. */
final class WorkingStore implements AutoCloseable {

    static final Duration PATIENCE = Patience.LONG;

    final Database database;
    final CompactionClient compactions;
    private final PithWorker worker;

    WorkingStore(PostgresExtension postgres, Summarizer summarizer) {
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 8));
        compactions = new CompactionClient(DevServer.client(), SearchSupport.REGISTERED, database);
        worker = PithWorker.start(DevServer.client(), database, summarizer, List.of());
    }

    /** A conversation of several chunks under {@link #spec}. */
    String conversation(String nativeId) {
        return StoredConversation.dialogue(database, nativeId, 12, 400);
    }

    /** Chunks of a thousand tokens and a small tail. */
    static CompactionSpec spec() {
        return spec(1_000);
    }

    static CompactionSpec spec(int chunkTokens) {
        Sizes sizes = new Sizes(2_000, 1, 100, 500, 400, chunkTokens, chunkTokens);
        return new CompactionSpec(Strategy.ROLLING, null, null, null, 2, sizes);
    }

    /** The compaction once its workflow has ended, as the store has it. */
    Compaction ended(Running running) {
        compactions
                .ended(
                        running.request().conversation(),
                        running.request().spec().strategy())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return compactions.settled(running.request().id()).orElseThrow();
    }

    void awaitBegun(HeldSummarizer summarizer) {
        await().atMost(PATIENCE).until(() -> summarizer.begun() > 0);
    }

    List<ContextVersion> versions(String conversation) {
        return database.table(ContextVersions.class).all(conversation);
    }

    Coverage coverage(String conversation) {
        Conversation row =
                database.table(Conversations.class).find(conversation).orElseThrow();
        return Coverage.of(database, row, database.table(ContextVersions.class).current(conversation));
    }

    boolean runs(String conversation) {
        return database.table(Compactions.class).isRunning(conversation);
    }

    @Override
    public void close() {
        worker.close();
        database.close();
    }
}
