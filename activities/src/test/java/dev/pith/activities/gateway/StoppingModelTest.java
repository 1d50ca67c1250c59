package dev.pith.activities.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pith.activities.testing.Behavior;
import dev.pith.workflows.model.Verdict;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker that stops: what it has begun it ends, and it begins nothing more. */
@Tag("servers")
@Timeout(20)
class StoppingModelTest extends AskingTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void whoWaitsForATurnGoesElsewhereAndWhatRunsIsAnswered() throws Exception {
        asked.concurrency = 1;
        asked.fake.behaves(call -> Behavior.timed(Duration.ofMillis(1_500), Duration.ZERO, 80));
        JournaledModel model = asked.model();
        CompletableFuture<ModelAnswer> running =
                CompletableFuture.supplyAsync(() -> Asked.ask(model, asked.question("chunk 1")), threads);
        while (asked.fake.calls().isEmpty()) {
            Thread.sleep(10);
        }
        CompletableFuture<ModelCallException> waiting =
                CompletableFuture.supplyAsync(() -> refused(model, "chunk 2"), threads);
        Thread.sleep(200);
        model.beginNoMore();

        assertThat(waiting.get(1, TimeUnit.SECONDS))
                .hasMessage("this worker is stopping")
                .returns(ModelCallException.Kind.LATER, ModelCallException::kind);
        assertThat(running.get().verdict()).isEqualTo(Verdict.FIT);
        assertThat(refused(model, "chunk 3")).hasMessage("this worker is stopping");
        assertThat(asked.fake.calls()).hasSize(1);
        assertThat(asked.ask("chunk 2").verdict()).as("in another process").isEqualTo(Verdict.FIT);
    }

    private ModelCallException refused(JournaledModel model, String work) {
        return catchThrowableOfType(
                ModelCallException.class, () -> Asked.ask(model, asked.question(work, "Please read " + work + ".")));
    }
}
