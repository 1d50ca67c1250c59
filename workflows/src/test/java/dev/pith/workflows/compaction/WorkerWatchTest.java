package dev.pith.workflows.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.model.OnModelFailure;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of work that nobody takes. A chunk's retries let the test server's time pass. */
class WorkerWatchTest {

    private final List<Progress> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void tellsAfterTenSecondsThatNobodyTakesTheWorkAndThenThatSomebodyDoes() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 2)) {
            compacting.queues.taken = false;
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                seen.add(compacting.progress());
                compacting.queues.taken |= attempt == 3;
                waits(chunk == 0, attempt, Duration.ofSeconds(8), Duration.ofSeconds(8), Duration.ofMinutes(2));
            };
            compacting.asking(1, OnModelFailure.KEEP).result();
            assertThat(seen)
                    .extracting(Progress::stage)
                    .containsExactly(
                            Stage.STRATEGY, Stage.STRATEGY, Stage.WAITING_FOR_WORKER, Stage.STRATEGY, Stage.CHUNKS);
            assertThat(seen).extracting(Progress::percent).isSorted();
        }
    }

    @Test
    void aChunkThatIsDoneIsSignEnoughOfAWorker() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 3)) {
            compacting.queues.taken = false;
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                seen.add(compacting.progress());
                waits(chunk == 1, attempt, Duration.ofMinutes(1));
            };
            compacting.asking(1, OnModelFailure.KEEP).result();
            assertThat(seen)
                    .extracting(Progress::stage)
                    .containsExactly(Stage.STRATEGY, Stage.CHUNKS, Stage.WAITING_FOR_WORKER, Stage.CHUNKS);
            assertThat(seen).extracting(Progress::percent).isSorted();
        }
    }

    @Test
    void aMergeIsWatchedToo() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 2)) {
            compacting.queues.taken = false;
            compacting.summarizing.whileMerging = () -> {
                seen.add(compacting.progress());
                waits(true, seen.size(), Duration.ofMinutes(1));
            };
            compacting.asking(2, OnModelFailure.KEEP).result();
            assertThat(seen).extracting(Progress::stage).containsExactly(Stage.MERGE, Stage.WAITING_FOR_WORKER);
            assertThat(compacting.progress().stage()).isEqualTo(Stage.COMPLETE);
        }
    }

    @Test
    void aDayOfWaitingAddsNextToNothingToTheHistory() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.queues.taken = false;
            compacting.summarizing.onChunk = (chunk, attempt) -> waits(true, attempt, Duration.ofDays(1));
            compacting.asking(1, OnModelFailure.KEEP).result();
            assertThat(compacting.queues.asked()).isGreaterThan(1_000);
            assertThat(compacting.history()).hasSizeLessThan(60);
        }
    }

    @Test
    void whoCannotTellDoesNothingToTheWork() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 2)) {
            compacting.queues.broken = true;
            compacting.summarizing.onChunk = (chunk, attempt) -> {
                seen.add(compacting.progress());
                waits(chunk == 1, attempt, Duration.ofHours(1));
            };
            assertThat(compacting.asking(1, OnModelFailure.KEEP).result().outcome())
                    .isEqualTo(Outcome.COMPACTED);
            assertThat(compacting.queues.asked()).isPositive();
            assertThat(seen).extracting(Progress::stage).doesNotContain(Stage.WAITING_FOR_WORKER);
        }
    }

    @Test
    void whatNeedsNoModelIsNotWatched() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.summarizing.onChunk = (chunk, attempt) -> waits(true, attempt, Duration.ofHours(1));
            compacting.start(1).result();
            assertThat(compacting.queues.asked()).isZero();
        }
    }

    /** The first attempts fail, each to be made again after its delay. */
    private static void waits(boolean concerned, int attempt, Duration... delays) {
        if (concerned && attempt <= delays.length) {
            throw ApplicationFailure.newBuilder()
                    .setMessage("not yet")
                    .setType("LATER")
                    .setNextRetryDelay(delays[attempt - 1])
                    .build();
        }
    }
}
