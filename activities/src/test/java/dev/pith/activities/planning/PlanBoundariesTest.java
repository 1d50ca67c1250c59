package dev.pith.activities.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Sizes;
import org.junit.jupiter.api.Test;

class PlanBoundariesTest {

    @Test
    void whereNoCutIsSafeAChunkEndsAtItsLimit() {
        ChunkCutter cutter = new ChunkCutter(1_000, 1_600);
        for (long seq = 1; seq <= 8; seq++) {
            cutter.add(new MessageSize(seq, 400, false, false, false));
        }
        assertThat(cutter.chunks()).extracting(ChunkRef::tokens).containsExactly(1_600L, 1_600L);
    }

    @Test
    void aChunkEndsWhereItsTargetIsAsNearBeforeAMessageAsAfterIt() {
        ChunkCutter cutter = new ChunkCutter(1_000);
        long seq = 0;
        for (int tokens : new int[] {800, 400, 800}) {
            cutter.add(new MessageSize(++seq, tokens, false, false, true));
        }
        assertThat(cutter.chunks()).extracting(ChunkRef::tokens).startsWith(800L);
    }

    @Test
    void saysWhenNoOlderMessageMatters() {
        TailChooser chooser = new TailChooser(Sizes.defaults(), 3);
        assertThat(chooser.offer(new MessageSize(3, 500, true, false, true))).isTrue();
        assertThat(chooser.offer(new MessageSize(2, 500, true, false, true))).isFalse();
        assertThat(chooser.offer(new MessageSize(1, 500, true, false, true))).isFalse();
        assertThat(chooser.tail()).isEqualTo(new Tail(2, 1_000));
    }

    @Test
    void theTailMayTakeItsWholeBudget() {
        TailChooser chooser = new TailChooser(Sizes.defaults(), 3);
        assertThat(chooser.offer(new MessageSize(3, 8_000, false, false, true))).isTrue();
        assertThat(chooser.offer(new MessageSize(2, 90_000, true, false, true))).isFalse();
        assertThat(chooser.tail()).isEqualTo(new Tail(2, 98_000));
    }

    @Test
    void noChunkIsTooSmallForACallHoweverManyCouldRun() {
        CompactionSpec spec = new CompactionSpec(Strategy.ROLLING, null, null, null, 8, Sizes.defaults());
        assertThat(ChunkSize.of(70_000, 110_000, spec)).isEqualTo(new ChunkSize(Decision.PREEMPTIVE, 17_500));
        assertThat(ChunkSize.of(60_000, 60_000, spec)).isEqualTo(new ChunkSize(Decision.SINGLE_PASS, 60_000));
        assertThat(ChunkSize.of(110_000, 110_000, spec).decision()).isEqualTo(Decision.PREEMPTIVE);
    }

    @Test
    void theWindowIsSharedBetweenPromptDataAndAnswer() {
        ModelRoom large = new ModelRoom(100_000, 16_000);
        assertThat(large.answer(4_000, 1)).isEqualTo(7_500);
        assertThat(large.answer(4_000, 2)).isEqualTo(15_000);
        assertThat(large.data(4_000, 1)).isEqualTo(81_450);
        assertThat(new ModelRoom(4_000, 16_000).data(300, 1)).isEqualTo(1_500);
        assertThat(ModelRoom.atMost(900)).isEqualTo(1_000);
    }

    @Test
    void aRequestMayBeAsLongAsAContextKeeps() {
        int longest = Sizes.defaults().largestRequest();
        assertThat(new LastRequest(1, longest).tooLong(Sizes.defaults())).isEmpty();
        assertThat(new LastRequest(7, longest + 1).tooLong(Sizes.defaults()))
                .hasValueSatisfying(why -> assertThat(why).contains("message 7").contains("" + (longest + 1)));
        assertThat(new LastRequest(1, 0).tokens()).isZero();
        assertThatThrownBy(() -> new LastRequest(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LastRequest(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
