package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ModelUse;
import dev.pith.workflows.compaction.OnModelFailure;
import dev.pith.workflows.compaction.Progress;
import dev.pith.workflows.compaction.Stage;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A model whose key no running worker has. */
class WaitingForWorkerTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void isToldWhereNobodyTakesTheEndpointsWorkAndCanBeCanceled() {
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            String conversation = store.conversation("waits");
            CompactionSpec plain = WorkingStore.spec();
            ModelUse model = new ModelUse(
                    "elsewhere", "e0e0e0", 32_000, 4_000, 60, 60, 6, OnModelFailure.KEEP, 20, false, null, null);
            Running running = store.compactions.start(
                    conversation, new CompactionSpec(plain.strategy(), null, null, model, 2, plain.sizes()));

            await().atMost(WorkingStore.PATIENCE).until(() -> stage(store, running) == Stage.WAITING_FOR_WORKER);

            assertThat(store.compactions.cancel(conversation))
                    .hasValue(running.request().id());
            assertThat(store.ended(running).outcome()).isEqualTo("CANCELED");
        }
    }

    private static Stage stage(WorkingStore store, Running running) {
        Progress progress =
                store.compactions.progress(running.request().conversation()).orElseThrow();
        return store.compactions
                .trouble(running.request(), Instant.now())
                .apply(progress)
                .stage();
    }
}
