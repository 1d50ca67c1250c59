package dev.pith.workflows.compaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pith.workflows.FlushMode;
import dev.pith.workflows.flush.FlushRange;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How a compaction goes together with its flush. */
class FlushModeTest {

    private static final FlushRange RANGE = new FlushRange(1, "c1", 1, 10, "k1", null, 1, 1, 0);

    @Test
    void endsWhileItsFlushGoesOn() {
        CountDownLatch held = new CountDownLatch(1);
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.flushes.hold(held);
            compacting.flushes.add(RANGE);
            assertThat(compacting.flushing(FlushMode.BACKGROUND).result().outcome())
                    .isEqualTo(Outcome.COMPACTED);
            assertThat(compacting.flushes.extractions()).isZero();
            held.countDown();
            await().atMost(Compacting.PATIENCE).until(() -> compacting.flushes.extractions() == 1);
        }
    }

    @Test
    void endsAfterAnInlineFlush() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.flushes.add(RANGE);
            compacting.flushing(FlushMode.INLINE).result();
            assertThat(compacting.flushes.extractions()).isEqualTo(1);
        }
    }

    @Test
    void asksForNoneWhereItIsOff() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.flushing(FlushMode.OFF).result();
            assertThat(compacting.history())
                    .noneMatch(event -> event.hasStartChildWorkflowExecutionInitiatedEventAttributes());
        }
    }

    @Test
    void aGistIsFlushedAlthoughItMakesNoVersion() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.flushes.add(RANGE);
            assertThat(compacting.gist(FlushMode.INLINE).result().version()).isOne();
            assertThat(compacting.flushes.extractions()).isEqualTo(1);
        }
    }

    @Test
    void aGistThatIsUpToDateFlushesNothing() {
        try (Compacting compacting = new Compacting(Decision.NOTHING_TO_DO, 0)) {
            assertThat(compacting.gist(FlushMode.BACKGROUND).result().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(compacting.calls).containsExactly("plan", "end");
            assertThat(compacting.history())
                    .noneMatch(event -> event.hasStartChildWorkflowExecutionInitiatedEventAttributes());
        }
    }

    @Test
    void aPreviewReplacesNothingAndFlushesNothing() {
        try (Compacting compacting = new Compacting(Decision.SINGLE_PASS, 1)) {
            compacting.preview().result();
            assertThat(compacting.history())
                    .noneMatch(event -> event.hasStartChildWorkflowExecutionInitiatedEventAttributes());
        }
    }
}
