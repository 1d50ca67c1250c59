package dev.pith.activities.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.store.ChunkSummary;
import dev.pith.workflows.compaction.ChunkRef;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingTest {

    @Test
    void whatOneMergeCanReadNeedsNoGroups() {
        assertThat(Grouping.groups(chunks(100, 100, 100), 0, 360)).isEmpty();
    }

    @Test
    void anEarlierSummaryTakesRoomToo() {
        assertThat(Grouping.groups(chunks(100, 100, 100), 100, 360)).isNotEmpty();
    }

    @Test
    void neighborsAreGroupedAsFarAsTheyFit() {
        assertThat(Grouping.groups(chunks(100, 100, 100, 100, 100), 0, 250))
                .containsExactly(new ChunkRef(0, 1, 20, 240), new ChunkRef(1, 21, 40, 240));
    }

    @Test
    void whereNoTwoFitTogetherThereAreNone() {
        assertThat(Grouping.groups(chunks(200, 200, 200), 0, 250)).isEmpty();
    }

    @Test
    void everyRoundLeavesFewer() {
        List<ChunkSummary> chunks =
                chunks(IntStream.range(0, 100).map(i -> 90 + i % 20).toArray());
        List<ChunkRef> groups = Grouping.groups(chunks, 50, 600);
        assertThat(groups.size()).isBetween(15, 30);
        for (int i = 1; i < groups.size(); i++) {
            assertThat(groups.get(i).fromSeq()).isGreaterThan(groups.get(i - 1).toSeq());
        }
    }

    private static List<ChunkSummary> chunks(int... tokens) {
        return IntStream.range(0, tokens.length)
                .mapToObj(i -> new ChunkSummary(
                        "s" + i, "c", "k" + i, 10L * i + 1, 10L * i + 10, "text", null, tokens[i], "NORMAL", "m", null))
                .toList();
    }
}
