package dev.pith.starter.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.activities.testing.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LateStepTest {

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void whatTakesLongIsSaidOnce() {
        LateStep step = LateStep.of(said::add, "Starting", Duration.ofMillis(20));
        await().atMost(Patience.LONG).until(() -> !said.isEmpty());
        step.done();
        assertThat(said).containsExactly("Starting");
    }

    @Test
    void whatIsDoneBeforeIsNotSaid() throws InterruptedException {
        LateStep.of(said::add, "Starting", Duration.ofMillis(200)).done();
        LateStep.of(said::add, "the later one", Duration.ofMillis(400));
        await().atMost(Patience.LONG).until(() -> !said.isEmpty());
        assertThat(said).containsExactly("the later one");
    }
}
