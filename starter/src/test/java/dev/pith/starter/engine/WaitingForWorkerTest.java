package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.Providers;
import dev.pith.activities.gateway.StoredDialects;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.Behavior;
import dev.pith.activities.testing.FakeModel;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Progress;
import dev.pith.workflows.compaction.Stage;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A model whose key no running worker has. */
@Tag("servers")
class WaitingForWorkerTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private FakeModel fake;
    private ModelClients clients;
    private WorkingStore store;

    @BeforeEach
    void start() {
        fake = FakeModel.start();
        store = new WorkingStore(postgres, new ExtractiveSummarizer());
        clients = new ModelClients(variable -> Optional.of("k"), new StoredDialects(store.database));
    }

    @AfterEach
    void stop() {
        clients.close();
        store.close();
        fake.close();
    }

    @Test
    void isToldWhereNobodyTakesTheEndpointsWorkAndCanBeCanceled() throws IOException {
        Running running = waiting(store.conversation("waits"));

        assertThat(store.compactions.cancel(running.request().conversation(), Strategy.ROLLING))
                .hasValue(running.request().id());
        assertThat(store.ended(running).outcome()).isEqualTo(Outcome.CANCELED);
        RecordedHistory.takesTodaysSteps("canceled-waiting-for-worker", running.workflowId());
    }

    @Test
    void isToldNoMoreOnceAWorkerHasTheKeyAndTheCompactionGoesOn() throws IOException {
        Running running = waiting(store.conversation("goes-on"));
        CountDownLatch told = new CountDownLatch(1);
        fake.behaves(call -> (exchange, same) -> {
            assertThat(told.await(WorkingStore.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            Behavior.asLongAsAsked().answer(exchange, same);
        });

        PithWorker worker =
                PithWorker.start(DevServer.client(), store.database, new ExtractiveSummarizer(), List.of(model()));
        try {
            // No call is answered before: only the watch can have seen the worker.
            await().atMost(WorkingStore.PATIENCE).until(() -> progress(running).stage() != Stage.WAITING_FOR_WORKER);
            assertThat(progress(running).chunksDone()).isZero();
            told.countDown();
            assertThat(store.ended(running).outcome()).isEqualTo(Outcome.COMPACTED);
            RecordedHistory.takesTodaysSteps("waiting-for-worker", running.workflowId());
        } finally {
            worker.close();
        }
    }

    @Test
    void aWorkerThatHasItsHandsFullIsThere() {
        QueueActivitiesImpl queues = new QueueActivitiesImpl(
                DevServer.client(),
                store.database,
                Set.of(),
                LastOutage.of(DevServer.client().getWorkflowServiceStubs().getRawChannel()));
        assertThatCode(() -> queues.awaitNobody("busy")).doesNotThrowAnyException();
        Providers providers = store.database.table(Providers.class);
        providers.know("busy");
        providers.grant("busy", "its-call", 20);

        assertThatCode(() -> queues.awaitSomebody("busy")).doesNotThrowAnyException();
        assertThatThrownBy(() -> queues.awaitNobody("busy")).isInstanceOf(ApplicationFailure.class);
    }

    /** A compaction whose workflow says that it waits, in its query and in what Temporal's own page shows. */
    private Running waiting(String conversation) {
        ModelUse use = new ModelUse(
                "elsewhere",
                profile().endpoint(),
                32_000,
                4_000,
                60,
                60,
                6,
                OnModelFailure.KEEP,
                20,
                false,
                null,
                null);
        CompactionSpec plain = WorkingStore.spec();
        Running running = store.compactions.start(
                conversation, new CompactionSpec(plain.strategy(), null, null, use, 2, plain.sizes()));
        await().atMost(WorkingStore.PATIENCE).until(() -> progress(running).stage() == Stage.WAITING_FOR_WORKER);
        assertThat(DevServer.client()
                        .newUntypedWorkflowStub(running.workflowId())
                        .query("__temporal_workflow_metadata", WorkflowMetadata.class)
                        .getCurrentDetails())
                .contains("WAITING_FOR_WORKER");
        return running;
    }

    private Progress progress(Running running) {
        return store.compactions
                .progress(running.request().conversation(), Strategy.ROLLING)
                .orElseThrow();
    }

    private JournaledModel model() {
        return new JournaledModel(store.database, profile(), clients.of(profile()));
    }

    private ModelProfile profile() {
        return new ModelProfile(
                "elsewhere",
                Provider.OPENAI,
                fake.baseUrl(),
                "fake-1",
                "FAKE_KEY",
                32_000,
                4_000,
                2,
                null,
                null,
                Timeouts.defaults(),
                null,
                null,
                true,
                null);
    }
}
