package dev.pith.starter.models;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.StoredDialects;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.Messages;
import dev.pith.activities.testing.Patience;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.starter.engine.DevServer;
import dev.pith.starter.engine.PithWorker;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A store, a fake model and workers that ask it. What a test changes here, it changes before the first worker starts. */
final class Scene implements AutoCloseable {

    /** What the key of every scene is; it must stand nowhere. */
    static final String KEY = "sk-tide-3f9c1b7de02a48d5a6e1";

    private static final Duration PATIENCE = Patience.LONG;
    private static final Duration LONG = Duration.ofSeconds(20);

    final FakeModel fake = FakeModel.start();
    final Database database;
    final CompactionClient compactions;

    int window = 32_000;
    int concurrency = 4;
    int attempts = 6;
    int patienceSeconds = 60;
    OnModelFailure onFailure = OnModelFailure.DEGRADE;
    Timeouts timeouts = new Timeouts(LONG, LONG, LONG, LONG);
    /** What a compaction reckons with; null for what the profile allows. */
    @Nullable
    Integer callSeconds;

    Sizes sizes = chunksOf(1_300);
    /** Off, so that a test of compactions counts their calls only. */
    FlushMode flush = FlushMode.OFF;

    /** Null for compactions of the context. */
    @Nullable
    GistSpec gist;

    private final List<PithWorker> workers = new ArrayList<>();
    private final List<ModelClients> clients = new ArrayList<>();

    Scene(PostgresExtension postgres) {
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 12));
        compactions = new CompactionClient(DevServer.client(), SearchSupport.REGISTERED, database);
    }

    /** Chunks of so many tokens, and a tail of one turn. */
    static Sizes chunksOf(int tokens) {
        return new Sizes(200_000, 1, 100, 500, 4_000, tokens, tokens);
    }

    /** Under {@link #chunksOf} 1300 it has three chunks. */
    String conversation(String nativeId) {
        return StoredConversation.dialogue(database, nativeId, 12, 170);
    }

    /** Of two words. */
    String greeting(String nativeId) {
        return StoredConversation.store(
                        database, Messages.session(nativeId), List.of(Messages.person("p", null, "Hello harbor")))
                .conversation();
    }

    /** The same with words of its own: what was written of equal texts is never asked for again. */
    String distinct(String nativeId) {
        List<NewMessage> messages = new ArrayList<>();
        for (int turn = 0; turn < 12; turn++) {
            messages.add(
                    Messages.person("p" + turn, turn == 0 ? null : "a" + (turn - 1), nativeId + ": please go on."));
            messages.add(Messages.agent("a" + turn, "p" + turn, Messages.words(170, turn)));
        }
        return StoredConversation.store(database, Messages.session(nativeId), messages)
                .conversation();
    }

    /** More turns at the end of a conversation that has so many; answers with its id. */
    String grow(String nativeId, int turns, int more) {
        List<NewMessage> messages = new ArrayList<>();
        for (int turn = turns; turn < turns + more; turn++) {
            messages.add(Messages.person("p" + turn, "a" + (turn - 1), "Request number " + turn + ": please go on."));
            messages.add(Messages.agent("a" + turn, "p" + turn, Messages.words(170, turn)));
        }
        return StoredConversation.store(database, Messages.session(nativeId), messages)
                .conversation();
    }

    /** A worker, as another process would have it. */
    Scene worker() {
        ModelClients own = new ModelClients(variable -> Optional.of(KEY), new StoredDialects(database));
        clients.add(own);
        workers.add(PithWorker.start(
                DevServer.client(),
                database,
                new ExtractiveSummarizer(),
                List.of(new JournaledModel(database, profile(), own.of(profile())))));
        return this;
    }

    /** Compacts from start to end, and proves what holds however it ends. */
    Compaction compact(String conversation) {
        Compaction ended = ended(start(conversation));
        Proof.of(this).holdsFor(conversation);
        return ended;
    }

    /** At least one worker. */
    void working() {
        if (workers.isEmpty()) {
            worker();
        }
    }

    /** A call may take longer than any attempt at a flush. */
    Timeouts patient() {
        Duration minutes = Duration.ofMinutes(5);
        return new Timeouts(minutes, minutes, minutes, minutes);
    }

    Running start(String conversation) {
        working();
        return compactions.start(conversation, spec());
    }

    Compaction ended(Running running) {
        compactions
                .ended(
                        running.request().conversation(),
                        running.request().spec().strategy())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return compactions.settled(running.request().id()).orElseThrow();
    }

    /** As the store has it now. */
    Compaction stored(Running running) {
        return found(running).orElseThrow();
    }

    /** The same; empty before it is planned. */
    Optional<Compaction> found(Running running) {
        return database.table(Compactions.class).find(running.request().id());
    }

    /** How many calls reached the model. */
    int calls() {
        return fake.calls().size();
    }

    /** How many calls of a compaction ended so. */
    long ended(Compaction compaction, String outcome) {
        return database.transact(handle -> handle.select(
                        "select count(*) from model_call where compaction = ? and outcome = ?",
                        compaction.id(),
                        outcome)
                .mapTo(Long.class)
                .one());
    }

    /** What every compaction of the scene is asked for. */
    CompactionSpec spec() {
        CompactionSpec rolling =
                new CompactionSpec(Strategy.ROLLING, null, null, use(), concurrency, sizes).flushed(flush);
        return gist == null ? rolling : rolling.gist(gist);
    }

    /** How the fake model is asked. */
    ModelUse use() {
        return new ModelUse(
                "fake",
                profile().endpoint(),
                window,
                Math.min(4_000, window / 2),
                callSeconds == null ? Math.max(1, (int) timeouts.total().toSeconds()) : callSeconds,
                patienceSeconds,
                attempts,
                onFailure,
                20,
                false,
                null,
                null);
    }

    /** The endpoint that every compaction of the scene asks. */
    ModelProfile profile() {
        return new ModelProfile(
                "fake",
                Provider.OPENAI,
                fake.baseUrl(),
                "fake-1",
                "FAKE_KEY",
                window,
                Math.min(4_000, window / 2),
                concurrency,
                null,
                null,
                timeouts,
                null,
                null,
                true,
                null);
    }

    @Override
    public void close() {
        workers.forEach(PithWorker::close);
        clients.forEach(ModelClients::close);
        fake.close();
        database.close();
    }
}
