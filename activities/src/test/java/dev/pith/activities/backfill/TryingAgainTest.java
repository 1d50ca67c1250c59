package dev.pith.activities.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.FailureType;
import dev.pith.workflows.backfill.BackfillItem;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is tried again, and what has failed for good. */
@Tag("servers")
class TryingAgainTest extends RowsTest {

    @Test
    void whatALostWorkflowLeftIsBegunAgainAtOnceButNotForEver() {
        rows.holding(1).begun(Rows.gists(), 1).turn();
        for (int interruption = 1; interruption <= 5; interruption++) {
            List<BackfillItem> again = rows.turn(List.of(1L), List.of()).start();
            assertThat(again).describedAs("interruption %d", interruption).hasSize(1);
        }
        Dispatch last = rows.turn(List.of(1L), List.of());

        assertThat(last.start()).isEmpty();
        assertThat(last.over()).isTrue();
        assertThat(rows.counts()).containsOnlyKeys("INTERRUPTED");
        assertThat(rows.item(1).compactions()).hasSize(6).doesNotHaveDuplicates();
        assertThat(rows.item(1).detail()).isEqualTo("its workflow ended without a word");
    }

    @Test
    void anOutageIsWaitedFor() {
        rows.holding(1).begun(Rows.gists(), 1).turn();
        rows.end(1, Outcome.FAILED, FailureType.MODEL_UNAVAILABLE);
        Dispatch waits = rows.turn();

        assertThat(waits.over()).isFalse();
        assertThat(waits.start()).isEmpty();
        assertThat(waits.settled()).containsExactly(1L);
        assertThat(waits.note()).isEqualTo("waits to try again");
        assertThat(waits.waitMillis()).isBetween(8_000L, 10_000L);
        assertThat(rows.item(1).detail()).isEqualTo("no tide");
        rows.time();
        assertThat(rows.turn().start()).hasSize(1);
        rows.end(1, Outcome.COMPACTED);
        assertThat(rows.turn().over()).isTrue();
        assertThat(rows.counts()).containsOnlyKeys("COMPACTED");
    }

    @Test
    void whatTryingAgainDoesNotMendHasFailed() {
        rows.holding(1).begun(Rows.gists(), 1).turn();
        rows.end(1, Outcome.FAILED, FailureType.COMPACTION_FAILED);

        assertThat(rows.turn().over()).isTrue();
        assertThat(rows.counts()).containsOnlyKeys("FAILED");
        assertThat(rows.item(1).detail()).isEqualTo("no tide");
    }

    @Test
    void aChangeUnderneathIsBegunAgain() {
        rows.holding(1).begun(Rows.gists(), 1).turn();
        rows.end(1, Outcome.SUPERSEDED);

        assertThat(rows.turn().start()).hasSize(1);
    }

    @Test
    void threeRefusalsInARowPauseIt() {
        rows.holding(6).begun(Rows.gists(), 3).turn();
        rows.end(1, Outcome.FAILED, FailureType.MODEL_REFUSED);
        rows.end(2, Outcome.FAILED, FailureType.MODEL_REFUSED);
        assertThat(rows.turn().start()).hasSize(2);
        rows.end(3, Outcome.FAILED, FailureType.MODEL_REFUSED);
        Dispatch paused = rows.turn();

        assertThat(paused.start()).isEmpty();
        assertThat(paused.over()).isFalse();
        assertThat(rows.row().paused()).contains("the model refused the last 3 conversations");
    }

    @Test
    void refusalsWithASuccessBetweenThemDoNot() {
        rows.holding(5).begun(Rows.gists(), 1).turn();
        for (int number = 1; number <= 4; number++) {
            boolean good = number == 3;
            rows.end(number, good ? Outcome.COMPACTED : Outcome.FAILED, good ? null : FailureType.MODEL_REFUSED);
            assertThat(rows.turn().start()).hasSize(1);
        }
        assertThat(rows.row().paused()).isNull();
    }

    @Test
    void refusalsOfTheLastOnesEndItSinceNothingIsLeftToPause() {
        rows.holding(3).begun(Rows.gists(), 3).turn();
        for (int number = 1; number <= 3; number++) {
            rows.end(number, Outcome.FAILED, FailureType.MODEL_REFUSED);
        }
        assertThat(rows.turn().over()).isTrue();
        assertThat(rows.counts()).containsOnlyKeys("FAILED").containsValue(3L);
    }
}
