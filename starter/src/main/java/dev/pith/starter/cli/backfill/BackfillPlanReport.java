package dev.pith.starter.cli.backfill;

import dev.pith.activities.model.Prices;
import dev.pith.activities.model.Usage;
import dev.pith.starter.backfill.BackfillPlan;
import dev.pith.starter.backfill.BackfillPlan.Stop;
import dev.pith.starter.backfill.PassedOver;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.model.Costs;
import dev.pith.starter.wording.Numbers;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints the plan of a backfill.
 *
 * @param model the name of the model profile; null without a model
 * @param prices its prices; null if they are not known, and without a model
 */
record BackfillPlanReport(
        BackfillPlan plan, @Nullable String model, @Nullable Prices prices) {

    void print(Terminal terminal) {
        PrintWriter out = terminal.out();
        long unreadable = passed(PassedOver.UNREADABLE);
        out.println("Would take " + Numbers.of(plan.taken().all(), "conversation") + ": "
                + Numbers.count(plan.taken().toDo()) + " to do, "
                + Numbers.count(plan.taken().upToDate()) + " with nothing to do or up to date"
                + (unreadable == 0 ? "" : ", and " + Numbers.of(unreadable, "file") + " cannot be read")
                + (plan.stopped().equals(Optional.of(Stop.LIMIT)) ? "; --limit holds it there" : ""));
        if (plan.sources().found() > 0) {
            out.println("  " + Numbers.count(plan.taken().added()) + " new, "
                    + Numbers.count(plan.taken().grown()) + " grown, "
                    + Numbers.count(plan.taken().unchanged()) + " stored already; "
                    + Numbers.of(plan.sources().read(), "file") + " read, "
                    + Numbers.size(plan.sources().bytes()));
        }
        if (!plan.passedOver().isEmpty()) {
            out.println("  passed over: "
                    + new TreeMap<>(plan.passedOver())
                            .entrySet().stream()
                                    .map(one -> Numbers.count(one.getValue()) + " " + words(one.getKey()))
                                    .collect(Collectors.joining(", ")));
        }
        out.println("  " + Numbers.of(plan.work().chunks(), "chunk") + ", "
                + Numbers.of(plan.work().tokens(), "token") + " to read");
        out.println("  " + cost());
        out.flush();
    }

    private long passed(PassedOver why) {
        return plan.passedOver().getOrDefault(why, 0L);
    }

    private String cost() {
        if (model == null) {
            return "no model is asked: it costs nothing";
        }
        BackfillPlan.Work work = plan.work();
        String cost = prices == null
                ? Costs.UNKNOWN
                : Costs.words(prices.cost(new Usage(work.tokensIn(), work.tokensOut(), 0, true)));
        return "model " + model + ": at most " + Numbers.of(work.calls(), "call") + ", "
                + Numbers.of(work.tokensIn(), "token") + " in, " + Numbers.count(work.tokensOut()) + " out, cost "
                + cost + " (if each is answered well at once; what is stored already costs nothing)";
    }

    private static String words(PassedOver why) {
        return switch (why) {
            case UNREADABLE -> "unreadable";
            case FOREIGN -> "without a conversation that Pith can read";
            case IGNORED -> "ignored by ignore_sessions";
            case STORED_ONLY -> "only stored, by store_only_sessions";
            case DELETED -> "deleted by pith delete";
            case NOT_SELECTED -> "not selected";
        };
    }
}
