package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.activities.testing.StoredConversation;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Flushes that are ended before they are done, and asked for again. */
@Tag("servers")
class EndedFlushTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private Database database;
    private FlushClient flushes;

    @BeforeEach
    void open() {
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, 8));
        flushes = new FlushClient(DevServer.client(), SearchSupport.REGISTERED, database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoAsksRightAfterItsEndIsHeard() {
        String conversation = waitingForItsModel();
        flushes.cancel(conversation);
        flushes.request(conversation, null);
        try (PithWorker worker = worker()) {
            assertThat(worker).isNotNull();
            await().atMost(WorkingStore.PATIENCE).until(() -> open(conversation).isEmpty());
        }
    }

    @Test
    void whatIsEndedWaitsInTheStoreForSomebodyWhoAsks() {
        String conversation = waitingForItsModel();
        flushes.cancel(conversation);
        flushes.cancel(conversation);
        try (PithWorker worker = worker()) {
            assertThat(worker).isNotNull();
            await().during(Duration.ofSeconds(1)).until(() -> open(conversation).size() == 1);
            flushes.request(conversation, null);
            await().atMost(WorkingStore.PATIENCE).until(() -> open(conversation).isEmpty());
        }
    }

    /** Its workflow is under way, and the worker that it had is gone. */
    private String waitingForItsModel() {
        String conversation = StoredConversation.dialogue(database, OpaqueId.next(), 12, 400);
        try (PithWorker worker = worker()) {
            assertThat(worker).isNotNull();
            flushes.request(conversation, ofNobody());
            await().atMost(WorkingStore.PATIENCE)
                    .until(() -> flushes.progress(conversation)
                            .filter(progress -> progress.running() != null)
                            .isPresent());
        }
        return conversation;
    }

    /** A model that no worker can ask. */
    private static ModelUse ofNobody() {
        return new ModelUse("away", "away", 8_000, 2_000, 10, 900, 6, OnModelFailure.KEEP, 20, false, null, null);
    }

    private List<?> open(String conversation) {
        return database.table(Flushes.class).open(conversation);
    }

    private PithWorker worker() {
        return PithWorker.start(DevServer.client(), database, new ExtractiveSummarizer(), List.of());
    }
}
