package dev.pith.activities.planning;

import dev.pith.workflows.compaction.CondenseGroup;
import dev.pith.workflows.compaction.LayeredSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The condensations of a compaction in layers, if every summary has its target length.
 *
 * @param calls their number
 * @param tokensIn the tokens of the summaries that they read
 * @param budgets the target of each
 */
public record LayerForecast(int calls, long tokensIn, List<Integer> budgets) {

    /** Forecasts a plan. Summaries that stay live count as leaves. */
    public static LayerForecast of(HeadPlan plan, LayeredSpec spec) {
        List<Condensation.Node> frontier = new ArrayList<>();
        long leaves = plan.anchorTokens() / spec.leafTokens() + plan.chunks().size();
        for (long seq = 1; seq <= leaves; seq++) {
            frontier.add(new Condensation.Node(0, seq, seq, spec.leafTokens()));
        }
        long tokensIn = 0;
        List<Integer> budgets = new ArrayList<>();
        for (List<CondenseGroup> groups = next(frontier, plan, spec);
                !groups.isEmpty();
                groups = next(frontier, plan, spec)) {
            for (CondenseGroup group : groups) {
                tokensIn += group.tokens();
                budgets.add(group.budget());
                replace(frontier, group);
            }
        }
        return new LayerForecast(budgets.size(), tokensIn, budgets);
    }

    private static List<CondenseGroup> next(List<Condensation.Node> frontier, HeadPlan plan, LayeredSpec spec) {
        return new Condensation(frontier, plan.summaryBudget(), spec, Integer.MAX_VALUE).next();
    }

    private static void replace(List<Condensation.Node> frontier, CondenseGroup group) {
        int at = 0;
        while (frontier.get(at).fromSeq() < group.fromSeq()) {
            at++;
        }
        frontier.subList(at, at + group.members()).clear();
        frontier.add(at, new Condensation.Node(group.level(), group.fromSeq(), group.toSeq(), group.budget()));
    }
}
