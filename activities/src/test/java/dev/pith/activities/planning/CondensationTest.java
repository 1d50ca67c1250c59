package dev.pith.activities.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pith.activities.planning.Condensation.Node;
import dev.pith.workflows.compaction.CondenseGroup;
import dev.pith.workflows.compaction.LayeredSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CondensationTest {

    private static final int PAGE = 100;

    @Test
    void summariesWithinTheirBudgetAreLeftAlone() {
        assertThat(next(4_800, 0, 0, 0, 0)).isEmpty();
    }

    @Test
    void fourNeighborsOfTheShallowestLevelBecomeOne_theOldestFirst_andNoMoreThanNeeded() {
        assertThat(next(11_000, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .containsExactly(new CondenseGroup(1, 11, 50, 4, 4_800, 2_000));
        assertThat(next(7_000, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .extracting(CondenseGroup::fromSeq)
                .containsExactly(11L, 51L);
    }

    @Test
    void whatIsLeftOfARunJoinsThePassIfTheTargetRequiresIt() {
        assertThat(next(4_000, 0, 0, 0, 0, 0, 0, 0))
                .extracting(CondenseGroup::members)
                .containsExactly(4, 3);
        assertThat(next(6_000, 0, 0, 0, 0, 0, 0, 0))
                .extracting(CondenseGroup::members)
                .containsExactly(4);
    }

    @Test
    void whereNoLevelHasFourTwoAreForced_andAtLastOfDifferentLevels() {
        assertThat(next(1, 2, 1, 1, 0)).extracting(CondenseGroup::fromSeq).containsExactly(11L);
        assertThat(next(1, 2, 1, 1, 0)).extracting(CondenseGroup::level).containsExactly(2);
        assertThat(next(1, 2, 1, 0)).containsExactly(new CondenseGroup(3, 1, 20, 2, 2_400, 1_200));
    }

    @Test
    void theLastSummaryGetsNoMoreThanIsLeft() {
        assertThat(next(700, 1, 1)).extracting(CondenseGroup::budget).containsExactly(679);
        assertThat(next(1, 1, 1)).extracting(CondenseGroup::budget).containsExactly(50);
        assertThat(next(1, 3)).isEmpty();
    }

    @Test
    void noMoreGroupsThanAPage() {
        int[] levels = new int[1_000];
        assertThat(new Condensation(nodes(levels), 1, LayeredSpec.defaults(), PAGE).next())
                .hasSize(PAGE);
    }

    /** Every forest comes down to one summary in few passes, and each pass shrinks. */
    @Test
    void passesEnd() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int[] levels = random.ints(1 + random.nextInt(300), 0, 4).toArray();
            List<Node> forest = nodes(levels);
            int passes = 0;
            while (true) {
                List<CondenseGroup> groups =
                        new Condensation(forest, 1, LayeredSpec.defaults(), Integer.MAX_VALUE).next();
                if (groups.isEmpty()) {
                    break;
                }
                List<Node> condensed = condensed(forest, groups);
                assertThat(tokens(condensed)).isLessThan(tokens(forest));
                forest = condensed;
                passes++;
            }
            assertThat(forest).hasSize(1);
            assertThat(passes).isLessThanOrEqualTo(levels.length);
        }
    }

    private static List<Node> condensed(List<Node> forest, List<CondenseGroup> groups) {
        List<Node> left = new ArrayList<>();
        for (Node node : forest) {
            CondenseGroup in = groups.stream()
                    .filter(group -> group.fromSeq() <= node.fromSeq() && node.toSeq() <= group.toSeq())
                    .findFirst()
                    .orElse(null);
            if (in == null) {
                left.add(node);
            } else if (in.fromSeq() == node.fromSeq()) {
                left.add(new Node(in.level(), in.fromSeq(), in.toSeq(), in.budget()));
            }
        }
        return left;
    }

    private static long tokens(List<Node> nodes) {
        return nodes.stream().mapToLong(Node::tokens).sum();
    }

    private static List<CondenseGroup> next(long most, int... levels) {
        return new Condensation(nodes(levels), most, LayeredSpec.defaults(), PAGE).next();
    }

    /** Returns summaries of ten messages and 1,200 tokens each. */
    private static List<Node> nodes(int... levels) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            nodes.add(new Node(levels[i], 10L * i + 1, 10L * i + 10, 1_200));
        }
        return nodes;
    }
}
