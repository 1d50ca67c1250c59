package dev.pith.activities.gateway;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ModelRequest;
import dev.pith.activities.model.Prices;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Questions to a fake model, as steps of a compaction ask them. */
final class Asked implements AutoCloseable {

    /** Its own: ports come again, and what one test's model answered must not answer the next one's. */
    private final String name = "fake-" + OpaqueId.next();

    static final String MATERIAL =
            "<transcript>\n[1] person\nPlease keep the tide tables right, always.\n</transcript>";

    final Database database;
    final FakeModel fake = FakeModel.start();
    final String conversation;
    String compaction = OpaqueId.next();
    int concurrency = 4;

    @Nullable
    Integer requestsPerMinute;

    @Nullable
    Prices prices = new Prices(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN);

    boolean streaming = true;
    Duration total = Duration.ofSeconds(10);
    int attempts = 6;
    int patienceSeconds = 900;
    boolean fresh;

    @Nullable
    BigDecimal maxCost;

    @Nullable
    Long maxTokens;

    /** What the server tells of itself. */
    Supplier<Optional<ToldWindow>> server = Optional::empty;

    private final ModelClients clients;

    Asked(Database database) {
        this.database = database;
        this.conversation = StoredConversation.dialogue(database, OpaqueId.next(), 2, 10);
        this.clients = new ModelClients(variable -> Optional.empty(), new StoredDialects(database));
    }

    /** Puts the compaction into the store, as its plan would: limits are kept on its row. */
    void plan() {
        database.table(Compactions.class).insertUnplanned(compaction, conversation, "{}", Strategy.ROLLING);
    }

    /** As another process would have it. */
    JournaledModel model() {
        return new JournaledModel(database, profile(), clients.of(profile()), server);
    }

    ModelProfile profile() {
        return new ModelProfile(
                "fake",
                Provider.OPENAI,
                fake.baseUrl(),
                name,
                null,
                8_000,
                2_000,
                concurrency,
                requestsPerMinute,
                prices,
                new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2), total),
                null,
                null,
                streaming,
                null);
    }

    ModelTask question(String work) {
        return question(work, MATERIAL);
    }

    ModelTask question(String work, String material) {
        ModelUse use = new ModelUse(
                "fake",
                profile().endpoint(),
                8_000,
                2_000,
                10,
                patienceSeconds,
                attempts,
                OnModelFailure.DEGRADE,
                20,
                fresh,
                maxCost,
                maxTokens);
        return new ModelTask(
                conversation,
                compaction,
                "chunk",
                work,
                use,
                Instant.now(),
                new ModelRequest("Summarize.", material, 500),
                100,
                0);
    }

    ModelAnswer ask(String work) {
        return ask(model(), question(work));
    }

    /** Whether it is answered; each work asks something else. */
    boolean isAnswered(String work) {
        try {
            ask(model(), question(work, MATERIAL + work));
            return true;
        } catch (ModelCallException e) {
            return false;
        }
    }

    static ModelAnswer ask(JournaledModel model, ModelTask task) {
        return model.answer(task, new ReplyValidator(400, 10_000, 100), new CancellationToken());
    }

    /** As a worker that stops its work. */
    void disconnect() {
        clients.close();
    }

    @Override
    public void close() {
        clients.close();
        fake.close();
    }
}
