package dev.pith.workflows.compaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CondensingTest {

    private static CondenseGroup group(int level, long from, long to) {
        return new CondenseGroup(level, from, to, 4, 4_800, 2_000);
    }

    private static Layers layers(long tokens, CondenseGroup... groups) {
        return new Layers(List.of(groups), groups.length * 4, tokens);
    }

    @Test
    void leavesAreNotMerged_andGroupsAreCondensedPassByPass() {
        try (Compacting compacting = new Compacting(Decision.OVERSIZE, 8)) {
            compacting.layers.next(
                    layers(9_600, group(1, 1, 40), group(1, 41, 80)), layers(4_000, group(2, 1, 80)), layers(2_000));
            assertThat(compacting.layered().result().outcome()).isEqualTo(Outcome.COMPACTED);
            List<String> calls = new ArrayList<>(compacting.calls);
            assertThat(calls.subList(9, calls.size()))
                    .containsExactly(
                            "layers",
                            "condense 1 to 40",
                            "condense 41 to 80",
                            "layers",
                            "condense 1 to 80",
                            "layers",
                            "commit");
            assertThat(compacting.progress().percent()).isEqualTo(100);
        }
    }

    @Test
    void withinTheirBudgetNothingIsCondensed() {
        try (Compacting compacting = new Compacting(Decision.PREEMPTIVE, 2)) {
            compacting.layers.next(layers(900));
            compacting.layered().result();
            assertThat(compacting.calls).endsWith("layers", "commit").doesNotContain("merge");
        }
    }

    @Test
    void aPassThatShrinksNothingIsTheLast() {
        try (Compacting compacting = new Compacting(Decision.CONDENSE, 0)) {
            compacting.layers.next(layers(4_800, group(1, 1, 40)), layers(4_800, group(1, 1, 40)));
            compacting.layered().result();
            assertThat(compacting.calls).containsExactly("plan", "layers", "condense 1 to 40", "layers", "commit");
        }
    }

    @Test
    void theTargetIsFirstTriedByPruning_andReachedByItNeedsNoSummary() {
        Plan plan = new Plan(Decision.OVERSIZE, 1, 44, 4, 4_000, 9_000, 4_000, 500, 0, 300, 5_000, false);
        try (Compacting compacting = new Compacting(plan)) {
            compacting.layers.pruned = new Pruned(4_000, true);
            compacting.layered().result();
            assertThat(compacting.calls).containsExactly("plan", "prune", "commit");
        }
        try (Compacting compacting = new Compacting(plan)) {
            compacting.layers.pruned = new Pruned(6_000, false);
            compacting.layers.next(layers(900));
            compacting.layered().result();
            assertThat(compacting.calls).startsWith("plan", "prune", "chunk 0").endsWith("layers", "commit");
        }
    }
}
