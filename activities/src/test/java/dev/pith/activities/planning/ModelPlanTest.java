package dev.pith.activities.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a head is shared among calls of a model. */
class ModelPlanTest {

    @ParameterizedTest
    @CsvSource({"4096, 800", "8192, 3200", "16384, 3200", "128000, 3200", "1000, 300"})
    void whatIsReadAndWrittenNeverPassesTheWindow(int window, int budget) {
        ModelRoom room = new ModelRoom(window, 16_000);
        for (int times = 1; times <= 2; times++) {
            int answer = room.answer(budget, times);
            assertThat(answer).isPositive().isLessThanOrEqualTo(window / 3);
            assertThat(room.data(budget, times) + answer).isLessThan(window);
        }
        assertThat(room.data(budget, 1)).isGreaterThanOrEqualTo(room.data(budget, 2));
    }

    @Test
    void anAnswerIsNeverAskedToBeLongerThanTheEndpointWrites() {
        assertThat(new ModelRoom(128_000, 2_000).answer(4_000, 2)).isEqualTo(2_000);
    }

    @ParameterizedTest
    @CsvSource({
        // head, one call's input, concurrency: decision, tokens a chunk
        "47_000, 110_000, 4, SINGLE_PASS, 47000",
        "100_000, 110_000, 4, PREEMPTIVE, 25000",
        "100_000, 110_000, 1, SINGLE_PASS, 100000",
        "240_000, 110_000, 4, OVERSIZE, 60000",
        "47_000, 10_000, 4, OVERSIZE, 9400",
    })
    void asFewCallsAsReachTheLeastTime(String head, String most, int concurrency, Decision decision, long chunk) {
        CompactionSpec spec = new CompactionSpec(Strategy.ROLLING, null, null, model(), concurrency, Sizes.defaults());
        ChunkSize size = ChunkSize.of(number(head), number(most), spec);
        assertThat(size).isEqualTo(new ChunkSize(decision, chunk));
    }

    @ParameterizedTest
    @CsvSource({
        // budget, chunks, anchored: a chunk's budget, what may stand
        "4000, 1, false, 3200, 4000",
        "4000, 1, true, 3200, 0",
        "4000, 4, false, 800, 4000",
        "4000, 4, true, 800, 0",
        "4000, 16, false, 500, 4000",
        "20000, 4, true, 1200, 0",
    })
    void theSummarysRoomIsSharedSoThatNoMergeIsNeededWhereThatLeavesEnough(
            int budget, int chunks, boolean anchored, int chunk, int stand) {
        assertThat(SummaryRoom.of(budget, chunks, anchored, model())).isEqualTo(new SummaryRoom(chunk, stand));
    }

    private static long number(String digits) {
        return Long.parseLong(digits.replace("_", ""));
    }

    private static ModelUse model() {
        return new ModelUse("m", "e", 128_000, 16_000, 300, 900, 6, OnModelFailure.DEGRADE, 20, false, null, null);
    }
}
