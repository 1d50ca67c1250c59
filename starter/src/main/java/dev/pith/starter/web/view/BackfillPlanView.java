package dev.pith.starter.web.view;

import dev.pith.activities.model.Prices;
import dev.pith.activities.model.Usage;
import dev.pith.starter.backfill.BackfillPlan;
import dev.pith.starter.backfill.BackfillPlan.Stop;
import dev.pith.workflows.model.ModelUse;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a backfill would take, with the most calls, tokens and cost if each call is answered well at once.
 *
 * @param passedOver how many files and conversations are not taken, by reason
 * @param stopped why the plan leaves a rest out; null if it is complete
 * @param model the model profile; null without a model
 * @param cost in the currency of the profile's prices; null if these are not known
 */
public record BackfillPlanView(
        Conversations conversations,
        Map<String, Long> passedOver,
        BackfillPlan.Sources files,
        BackfillPlan.Work work,
        @Nullable Stop stopped,
        @Nullable String model,
        @Nullable BigDecimal cost) {

    /** The conversations, by what an import finds and by what a compaction would do. */
    public record Conversations(long all, long added, long grown, long unchanged, long toDo, long upToDate) {

        static Conversations of(BackfillPlan.Taken taken) {
            return new Conversations(
                    taken.all(), taken.added(), taken.grown(), taken.unchanged(), taken.toDo(), taken.upToDate());
        }
    }

    /** Returns the view of a plan. */
    public static BackfillPlanView of(BackfillPlan plan, @Nullable ModelUse model, @Nullable Prices prices) {
        return new BackfillPlanView(
                Conversations.of(plan.taken()),
                new TreeMap<>(plan.passedOver().entrySet().stream()
                        .collect(Collectors.toMap(one -> Json.lower(one.getKey()), Map.Entry::getValue))),
                plan.sources(),
                plan.work(),
                plan.stopped().orElse(null),
                model == null ? null : model.profile(),
                cost(plan.work(), prices));
    }

    private static @Nullable BigDecimal cost(BackfillPlan.Work work, @Nullable Prices prices) {
        if (work.calls() == 0) {
            return BigDecimal.ZERO;
        }
        return prices == null ? null : Json.plain(prices.cost(new Usage(work.tokensIn(), work.tokensOut(), 0, true)));
    }
}
