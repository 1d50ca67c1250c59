package dev.pith.activities.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.backfill.BackfillItem;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.ItemOutcome;
import dev.pith.workflows.compaction.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What turns hand out and record, and what is lost on the way. */
@Tag("servers")
class DispatchRoundTest extends RowsTest {

    @Test
    void whatAnAnswerLostIsHandedOutAgain() {
        rows.holding(3).begun(Rows.gists(), 2);
        List<BackfillItem> lost = rows.lost().start();

        assertThat(lost).hasSize(2);
        assertThat(rows.lost().start()).isEqualTo(lost);
        assertThat(rows.turn().start()).isEqualTo(lost);
        assertThat(rows.turn().start()).isEmpty();
    }

    @Test
    void whatEndedIsRecordedOnceHoweverOftenItIsTold() {
        rows.holding(2).begun(Rows.gists(), 1).turn();
        rows.end(1, Outcome.COMPACTED);
        Dispatch lost = rows.lost();
        Instant ended = rows.item(1).ended();
        Dispatch told = rows.turn();

        assertThat(lost.outcomes()).isEqualTo(Map.of(ItemOutcome.COMPACTED, 1));
        assertThat(told.outcomes()).isEmpty();
        assertThat(told.settled()).containsExactly(1L);
        assertThat(told.start()).extracting(BackfillItem::number).containsExactly(2L);
        assertThat(rows.item(1).ended()).isEqualTo(ended);
        rows.end(2, Outcome.NOTHING_TO_DO);
        Dispatch last = rows.turn();
        assertThat(last.over()).isTrue();
        assertThat(rows.row().outcome()).isEqualTo(BackfillOutcome.COMPLETED);
        assertThat(rows.counts()).isEqualTo(Map.of("COMPACTED", 1L, "NOTHING_TO_DO", 1L));
    }

    @Test
    void aConversationThatSomebodyElseWorksOnWaits() {
        rows.holding(2).begun(Rows.gists(), 1).turn();
        Dispatch next = rows.turn(List.of(), List.of(1L));

        assertThat(next.settled()).containsExactly(1L);
        assertThat(next.start()).extracting(BackfillItem::number).containsExactly(2L);
        assertThat(rows.item(1)).satisfies(waits -> {
            assertThat(waits.state()).isEqualTo(ItemState.WAITING);
            assertThat(waits.compactions()).isEmpty();
            assertThat(waits.attempts()).isZero();
            assertThat(waits.due())
                    .isBetween(Instant.now().plusSeconds(3), Instant.now().plusSeconds(6));
        });
        rows.end(2, Outcome.COMPACTED);
        assertThat(rows.turn()).satisfies(waiting -> {
            assertThat(waiting.over()).isFalse();
            assertThat(waiting.waitMillis()).isBetween(400L, 5_000L);
        });
        rows.time();
        assertThat(rows.turn().start()).extracting(BackfillItem::number).containsExactly(1L);
    }

    @Test
    void noMoreAreInFlightThanMayBe() {
        rows.holding(5).begun(Rows.gists(), 2).turn();
        assertThat(rows.turn().start()).isEmpty();
        rows.database.transact(handle -> handle.execute("update backfill set max_in_flight = 4"));
        assertThat(rows.turn().start()).hasSize(2);
        rows.database.transact(handle -> handle.execute("update backfill set max_in_flight = 1"));
        rows.end(1, Outcome.COMPACTED);
        assertThat(rows.turn().start()).isEmpty();
        assertThat(rows.items())
                .filteredOn(item -> item.state() == ItemState.RUNNING)
                .extracting(BackfillEntry::number)
                .containsExactly(2L, 3L, 4L);
    }

    @Test
    void aPausedOneBeginsNothingAndStillRecordsWhatEnds() {
        rows.holding(2).begun(Rows.gists(), 1).turn();
        rows.database.transact(handle -> handle.execute("update backfill set paused = 'by hand'"));
        rows.end(1, Outcome.COMPACTED);
        Dispatch paused = rows.turn();

        assertThat(paused.start()).isEmpty();
        assertThat(paused.over()).isFalse();
        assertThat(paused.note()).isEqualTo("paused: by hand");
        assertThat(rows.counts()).containsEntry("COMPACTED", 1L);
    }
}
