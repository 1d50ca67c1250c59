package dev.pith.workflows.flush;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.FailureType;
import dev.pith.workflows.model.OnModelFailure;
import dev.pith.workflows.model.Rung;
import dev.pith.workflows.model.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class MemoryFlushWorkflowTest {

    @Test
    void takesRangesInOrderAndEndsWhenNoneIsLeft() {
        try (Flushing flushing = new Flushing().with(Flushing.range(11, 20), Flushing.range(1, 10))) {
            FlushProgress ended = flushing.ended();
            assertThat(flushing.rows.calls)
                    .containsExactly(
                            "extract 1 to 10 at EXTRACTIVE x1", "extract 11 to 20 at EXTRACTIVE x1", "nothing");
            assertThat(ended.flushed()).isEqualTo(2);
            assertThat(ended.memories()).isEqualTo(4);
            assertThat(ended.running()).isNull();
        }
    }

    @Test
    void oneThatFailsIsPutOffAndTheNextGoesOn() {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (Flushing flushing = new Flushing().with(Flushing.range(1, 10), Flushing.range(11, 20))) {
            flushing.rows.extraction = task -> {
                if (task.range().fromSeq() == 1 && broken.getAndSet(false)) {
                    throw FakeRows.failure(FailureType.DEFECT.name());
                }
                return Verdict.FIT;
            };
            FlushProgress ended = flushing.ended();
            assertThat(flushing.rows.calls)
                    .containsExactly(
                            "extract 1 to 10 at EXTRACTIVE x1",
                            "failed 1: no",
                            "extract 11 to 20 at EXTRACTIVE x1",
                            "extract 1 to 10 at EXTRACTIVE x1",
                            "nothing");
            assertThat(ended.putOff()).isEqualTo(1);
            assertThat(ended.flushed()).isEqualTo(2);
            assertThat(ended.lastError()).isEqualTo("no");
        }
    }

    @Test
    void anEndpointThatAsksToWaitCostsNoAttempt() {
        AtomicBoolean busy = new AtomicBoolean(true);
        try (Flushing flushing = new Flushing().with(Flushing.range(1, 10, OnModelFailure.KEEP))) {
            flushing.rows.extraction = task -> {
                if (busy.getAndSet(false)) {
                    throw FakeRows.later(Duration.ofSeconds(7));
                }
                return Verdict.FIT;
            };
            assertThat(flushing.ended().flushed()).isEqualTo(1);
            assertThat(flushing.rows.calls)
                    .containsExactly(
                            "extract 1 to 10 at NORMAL x1",
                            "postpone 1 by 7000",
                            "extract 1 to 10 at NORMAL x1",
                            "nothing");
        }
    }

    @Test
    void anUnfitReplyClimbsTheLadder() {
        try (Flushing flushing = new Flushing().with(Flushing.range(1, 10, OnModelFailure.DEGRADE))) {
            flushing.rows.extraction = task -> task.step().rung() == Rung.EXTRACTIVE ? Verdict.FIT : Verdict.CUT_OFF;
            flushing.ended();
            assertThat(flushing.rows.calls)
                    .containsExactly(
                            "extract 1 to 10 at NORMAL x1",
                            "extract 1 to 10 at NORMAL x2",
                            "extract 1 to 10 at AGGRESSIVE x2",
                            "extract 1 to 10 at EXTRACTIVE x1",
                            "nothing");
        }
    }

    @Test
    void whoWouldRatherWaitForItsModelIsNotExtractedWithoutIt() {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (Flushing flushing = new Flushing().with(Flushing.range(1, 10, OnModelFailure.KEEP))) {
            flushing.rows.extraction = task -> {
                if (task.step().rung() == Rung.AGGRESSIVE) {
                    broken.set(false);
                }
                return broken.get() || task.step().rung() == Rung.AGGRESSIVE ? Verdict.EMPTY : Verdict.FIT;
            };
            flushing.ended();
            assertThat(flushing.rows.calls)
                    .containsExactly(
                            "extract 1 to 10 at NORMAL x1",
                            "extract 1 to 10 at AGGRESSIVE x1",
                            "failed 1: the reply was empty, also when asked for less",
                            "extract 1 to 10 at NORMAL x1",
                            "nothing");
        }
    }

    @Test
    void whatMayNotBeSpentIsExtractedWithoutTheModelAtOnce() {
        try (Flushing flushing = new Flushing().with(Flushing.range(1, 10, OnModelFailure.DEGRADE))) {
            flushing.rows.extraction = task -> {
                if (task.step().rung() != Rung.EXTRACTIVE) {
                    throw FakeRows.failure(FailureType.OVER_BUDGET.name());
                }
                return Verdict.FIT;
            };
            assertThat(flushing.ended().flushed()).isEqualTo(1);
            assertThat(flushing.rows.calls)
                    .containsExactly("extract 1 to 10 at NORMAL x1", "extract 1 to 10 at EXTRACTIVE x1", "nothing");
        }
    }

    @Test
    void whatAModelCannotReadWholeIsFlushedInParts() {
        try (Flushing flushing = new Flushing().with(Flushing.range(1, 10, OnModelFailure.DEGRADE))) {
            flushing.rows.extraction = task -> {
                if (task.range().toSeq() - task.range().fromSeq() > 4) {
                    throw FakeRows.failure(FailureType.CONTEXT_OVERFLOW.name());
                }
                return Verdict.FIT;
            };
            assertThat(flushing.ended().flushed()).isEqualTo(2);
            assertThat(flushing.rows.calls)
                    .containsExactly(
                            "extract 1 to 10 at NORMAL x1",
                            "split 1",
                            "extract 1 to 5 at NORMAL x1",
                            "extract 6 to 10 at NORMAL x1",
                            "nothing");
        }
    }

    @Test
    void whatComesWhileItRunsIsFlushedByIt() {
        try (Flushing flushing = new Flushing().with(Flushing.range(1, 10))) {
            flushing.rows.extraction = task -> {
                if (task.range().fromSeq() == 1) {
                    flushing.rows.add(Flushing.range(11, 20));
                    flushing.wake();
                }
                return Verdict.FIT;
            };
            assertThat(flushing.ended().flushed()).isEqualTo(2);
            assertThat(flushing.rows.calls).contains("extract 11 to 20 at EXTRACTIVE x1");
        }
    }

    @Test
    void aWaiterThatIsGoneDoesNotKeepItFromEnding() {
        try (Flushing flushing = new Flushing().with(Flushing.range(1, 10))) {
            flushing.start(List.of("pith/test/compaction/gone"));
            flushing.awaitEnd();
            assertThat(flushing.progress().flushed()).isEqualTo(1);
        }
    }
}
