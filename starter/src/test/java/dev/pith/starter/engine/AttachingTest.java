package dev.pith.starter.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.activities.testing.PostgresExtension;
import dev.pith.starter.engine.CompactionClient.Running;
import dev.pith.workflows.compaction.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many who ask for the same at the same time, some of them just as the running compaction ends. */
@Tag("servers")
class AttachingTest {

    private static final int CLIENTS = 6;
    private static final int TIMES = 8;

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @Test
    void everyRequestGetsAnAnswerAndTheHeadIsReplacedOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (WorkingStore store = new WorkingStore(postgres, new ExtractiveSummarizer())) {
            String conversation = store.conversation("wanted");
            List<Future<Compaction>> answers = new ArrayList<>();
            for (int time = 0; time < CLIENTS * TIMES; time++) {
                answers.add(clients.submit(() -> {
                    Running running = store.compactions.start(conversation, WorkingStore.spec());
                    return store.ended(running);
                }));
            }
            for (Future<Compaction> answer : answers) {
                assertThat(answer.get().outcome()).isIn(Outcome.COMPACTED, Outcome.NOTHING_TO_DO);
            }
            assertThat(store.versions(conversation)).hasSize(2);
            assertThat(store.runs(conversation)).isFalse();
            assertThat(store.coverage(conversation).complete()).isTrue();
        } finally {
            clients.shutdownNow();
        }
    }
}
