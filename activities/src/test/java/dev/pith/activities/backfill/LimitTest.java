package dev.pith.activities.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.FailureType;
import dev.pith.workflows.backfill.BackfillItem;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.Outcome;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A limit of how many are begun. */
@Tag("servers")
class LimitTest extends RowsTest {

    @Test
    void noMoreAreBegunAndTheRestIsForgotten() {
        rows.holding(5).begun(Rows.of(Selection.ALL, 2L), 8);

        assertThat(rows.turn().start()).hasSize(2);
        rows.end(1, Outcome.COMPACTED);
        rows.end(2, Outcome.COMPACTED);
        assertThat(rows.turn().over()).isTrue();
        assertThat(rows.counts()).containsOnlyKeys("COMPACTED").containsValue(2L);
    }

    @Test
    void oneThatIsTriedAgainWasBegunAlready() {
        rows.holding(5).begun(Rows.of(Selection.ALL, 2L), 8).turn();
        rows.end(1, Outcome.FAILED, FailureType.MODEL_UNAVAILABLE);
        rows.end(2, Outcome.COMPACTED);
        rows.turn();
        rows.time();

        assertThat(rows.turn().start()).extracting(BackfillItem::number).containsExactly(1L);
        rows.end(1, Outcome.COMPACTED);
        assertThat(rows.turn().over()).isTrue();
        assertThat(rows.counts()).containsOnlyKeys("COMPACTED").containsValue(2L);
    }

    @Test
    void oneThatIsTriedAgainTakesNobodysPlace() {
        rows.holding(5).begun(Rows.of(Selection.ALL, 3L), 2).turn();
        rows.end(1, Outcome.FAILED, FailureType.MODEL_UNAVAILABLE);
        assertThat(rows.turn().start()).extracting(BackfillItem::number).containsExactly(3L);
        rows.end(2, Outcome.COMPACTED);
        rows.end(3, Outcome.COMPACTED);
        rows.turn();
        rows.time();
        assertThat(rows.turn().start()).extracting(BackfillItem::number).containsExactly(1L);
        rows.end(1, Outcome.COMPACTED);

        assertThat(rows.turn().over()).isTrue();
        assertThat(rows.counts()).containsOnlyKeys("COMPACTED").containsValue(3L);
    }

    @Test
    void oneThatSomebodyElseTookLeavesItsPlaceToTheNext() {
        rows.holding(3).begun(Rows.of(Selection.ALL, 1L), 1).turn();
        Dispatch next = rows.turn(List.of(), List.of(1L));

        assertThat(next.start()).extracting(BackfillItem::number).containsExactly(2L);
        rows.end(2, Outcome.COMPACTED);
        assertThat(rows.turn().over()).isTrue();
        assertThat(rows.counts()).containsOnlyKeys("COMPACTED").containsValue(1L);
    }
}
