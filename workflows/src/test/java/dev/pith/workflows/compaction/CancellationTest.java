package dev.pith.workflows.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.temporal.client.WorkflowFailedException;
import io.temporal.failure.CanceledFailure;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CancellationTest {

    @Test
    void whilePlanningReplacesNothing() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 4)) {
            CountDownLatch release = new CountDownLatch(1);
            compacting.store.whilePlanning = () -> Compacting.await(release);
            cancelAfter(compacting, "plan", release);
        }
    }

    @Test
    void whileChunksAreSummarizedReplacesNothing() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 4)) {
            CountDownLatch release = new CountDownLatch(1);
            compacting.summarizing.onChunk = (chunk, attempt) -> Compacting.await(release);
            cancelAfter(compacting, "chunk 1", release);
            assertThat(compacting.calls).doesNotContain("chunk 2", "merge");
        }
    }

    @Test
    void whileMergingReplacesNothing() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 4)) {
            CountDownLatch release = new CountDownLatch(1);
            compacting.summarizing.whileMerging = () -> Compacting.await(release);
            cancelAfter(compacting, "merge", release);
        }
    }

    @Test
    void comesTooLateOnceTheCommitBegan() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 4)) {
            CountDownLatch release = new CountDownLatch(1);
            compacting.store.whileCommitting = () -> {
                compacting.cancel();
                Compacting.await(release);
            };
            compacting.start(2);
            await().atMost(Compacting.PATIENCE).until(() -> isCancelRequested(compacting));
            release.countDown();
            // The SDK ends every workflow that was asked to cancel as canceled; what happened stands in the store.
            assertThatThrownBy(compacting::result).hasCauseInstanceOf(CanceledFailure.class);
            assertThat(compacting.store.recorded())
                    .extracting(CompactionResult::outcome)
                    .containsExactly(Outcome.COMPACTED);
            assertThat(compacting.calls).endsWith("merge", "commit");
            assertThat(compacting.progress().outcome()).isEqualTo(Outcome.COMPACTED);
        }
    }

    private static void cancelAfter(Compacting compacting, String call, CountDownLatch release) {
        compacting.start(2);
        await().atMost(Compacting.PATIENCE).until(() -> compacting.calls.contains(call));
        compacting.cancel();
        await().atMost(Compacting.PATIENCE)
                .until(() -> !compacting.store.recorded().isEmpty());
        release.countDown();
        assertThatThrownBy(compacting::result)
                .isInstanceOf(WorkflowFailedException.class)
                .hasCauseInstanceOf(CanceledFailure.class);
        assertThat(compacting.store.recorded())
                .extracting(CompactionResult::outcome)
                .containsExactly(Outcome.CANCELED);
        assertThat(compacting.calls).doesNotContain("commit");
        assertThat(compacting.progress().outcome()).isEqualTo(Outcome.CANCELED);
    }

    private static boolean isCancelRequested(Compacting compacting) {
        return compacting.history().stream()
                .anyMatch(event -> event.hasWorkflowExecutionCancelRequestedEventAttributes());
    }
}
