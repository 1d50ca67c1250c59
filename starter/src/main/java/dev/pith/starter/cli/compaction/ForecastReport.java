package dev.pith.starter.cli.compaction;

import dev.pith.activities.compaction.Forecast;
import dev.pith.activities.model.Prices;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.model.Costs;
import dev.pith.starter.requesting.CompactionPlan;
import dev.pith.starter.wording.Numbers;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.model.ModelUse;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints the forecasts of compactions and their total. */
final class ForecastReport {

    /** At most this many chunks are listed; more are only counted. */
    private static final int LISTED = 12;

    private final CompactionSpec spec;
    private final boolean gist;
    private final boolean layered;
    private final @Nullable ModelUse model;
    private final @Nullable Prices prices;
    private final Output output;
    private final PrintWriter out;
    private int conversations;
    private long calls;
    private long tokensIn;
    private long tokensOut;
    private Optional<BigDecimal> cost = Optional.of(BigDecimal.ZERO);

    ForecastReport(CompactionSpec spec, @Nullable Prices prices, Output output, PrintWriter out) {
        this.spec = spec;
        this.gist = spec.gist() != null;
        this.layered = spec.layered() != null;
        this.model = spec.model();
        this.prices = prices;
        this.output = output;
        this.out = out;
    }

    /** Prints the forecast of one compaction. Returns {@code PARTLY} if it may exceed its budget. */
    ExitCode print(String conversation, String source, Forecast forecast) {
        CompactionPlan plan = new CompactionPlan(forecast, spec, prices);
        conversations++;
        calls += forecast.calls();
        tokensIn += forecast.tokensIn();
        tokensOut += forecast.tokensOut();
        cost = cost.flatMap(sum -> plan.cost().map(sum::add));
        Optional<String> overBudget = overBudget(plan);
        if (output == Output.JSON) {
            out.println(JsonLines.of(object(conversation, source, plan, overBudget)));
        } else {
            text(conversation, source, plan);
            overBudget.ifPresent(words -> out.println("  might end over budget: " + words));
        }
        out.flush();
        return overBudget.isPresent() ? ExitCode.PARTLY : ExitCode.DONE;
    }

    /** Prints the total of all forecasts; nothing if a single forecast already shows it. */
    void total() {
        if (conversations > 1 && output == Output.TEXT && model != null) {
            out.println("In all at most " + Numbers.of(calls, "call") + taken(tokensIn, tokensOut, cost));
            out.flush();
        }
    }

    private void text(String conversation, String source, CompactionPlan planned) {
        HeadPlan plan = planned.head();
        Forecast forecast = planned.forecast();
        String what = conversation + " (" + source + ", " + Numbers.of(plan.mark(), "message") + ", "
                + Numbers.of(plan.tokensBefore(), "token") + ")";
        if (plan.nothing()) {
            out.println(planned.irreducible()
                    .map(why -> "Irreducible: " + what + ": " + why)
                    .orElse((gist ? "Nothing to do, its gist is up to date: " : "Nothing to do, it is short enough: ")
                            + what));
            return;
        }
        out.println((gist ? "Would write the gist of " : "Would compact ") + what + ": " + how(plan));
        if (plan.anchorTokens() > 0 && !plan.chunks().isEmpty()) {
            out.println("  it " + (gist ? "goes on from" : layered ? "keeps" : "updates")
                    + " the summary of what came before, " + Numbers.of(plan.anchorTokens(), "token"));
        }
        if (planned.prunesFirst()) {
            out.println("  before that, long results of tools become one line each: if that reaches the target, it is"
                    + " enough, and nothing is summarized");
        }
        planned.irreducible().ifPresent(why -> out.println("  it will stay long: " + why));
        chunks(plan.chunks());
        if (model == null) {
            out.println("  no model is asked: it costs nothing");
            return;
        }
        out.println("  model " + model.profile() + ": at most " + Numbers.of(forecast.calls(), "call") + " ("
                + forecast.chunkCalls() + " for chunks, " + merges(forecast)
                + (forecast.flushCalls() == 0 ? "" : ", " + forecast.flushCalls() + " for memories") + ")"
                + taken(forecast.tokensIn(), forecast.tokensOut(), planned.cost()));
    }

    private String how(HeadPlan plan) {
        if (plan.decision() == Decision.CONDENSE) {
            return "its summaries, " + Numbers.of(plan.anchorTokens(), "token") + ", are condensed to at most "
                    + Numbers.count(plan.summaryBudget());
        }
        String head = "messages " + plan.headFrom() + " to " + plan.headTo();
        if (plan.decision() == Decision.PRUNE) {
            return "long results of tools in " + head + " become one line each";
        }
        return head + ", " + Numbers.of(plan.headTokens(), "token") + ", in "
                + Numbers.of(plan.chunks().size(), "chunk")
                + (gist
                        ? ", in at most "
                        : layered ? ", into summaries of together at most " : ", into a summary of at most ")
                + Numbers.of(plan.summaryBudget(), "token");
    }

    private static String merges(Forecast forecast) {
        if (forecast.mergeCalls() == 0) {
            return "no merge";
        }
        return forecast.mergeCalls() + " to merge them"
                + (forecast.surelyMerges() ? "" : " if they come out longer than asked for");
    }

    private void chunks(List<ChunkRef> chunks) {
        chunks.stream()
                .limit(LISTED)
                .forEach(chunk -> out.println("  chunk " + (chunk.index() + 1) + ": messages " + chunk.fromSeq()
                        + " to " + chunk.toSeq() + ", " + Numbers.of(chunk.tokens(), "token")));
        if (chunks.size() > LISTED) {
            out.println("  … and " + Numbers.count(chunks.size() - LISTED) + " more");
        }
    }

    private static String taken(long in, long out, Optional<BigDecimal> cost) {
        return ", " + Numbers.of(in, "token") + " in, " + Numbers.count(out) + " out, cost "
                + cost.map(known -> Costs.words(known)).orElse(Costs.UNKNOWN)
                + " (if each is answered well at once; what is stored already costs nothing)";
    }

    /** Returns why the budget may be exceeded; empty if it suffices or there is none. */
    private Optional<String> overBudget(CompactionPlan plan) {
        Forecast forecast = plan.forecast();
        if (model == null || forecast.calls() == 0) {
            return Optional.empty();
        }
        if (model.maxCost() != null) {
            Optional<BigDecimal> most = plan.cost();
            if (most.isEmpty()) {
                return Optional.of("--max-cost is set, but the prices of model profile " + model.profile()
                        + " are not known: set price_input and price_output, or limit tokens instead");
            }
            if (most.get().compareTo(model.maxCost()) > 0) {
                return Optional.of("the calls may cost " + Costs.words(most.get()) + ", --max-cost is "
                        + Costs.words(model.maxCost()));
            }
        }
        long tokens = forecast.tokensIn() + forecast.tokensOut();
        return model.maxTokens() != null && tokens > model.maxTokens()
                ? Optional.of("the calls may take " + Numbers.count(tokens) + " tokens, --max-tokens is "
                        + Numbers.count(model.maxTokens()))
                : Optional.empty();
    }

    private Map<String, Object> object(
            String conversation, String source, CompactionPlan planned, Optional<String> overBudget) {
        HeadPlan plan = planned.head();
        Forecast forecast = planned.forecast();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("conversation", conversation);
        object.put("source", source);
        object.put("messages", plan.mark());
        object.put("decision", plan.decision().name());
        object.put("prunesFirst", planned.prunesFirst());
        object.put("irreducible", planned.irreducible().orElse(null));
        object.put("tokensBefore", plan.tokensBefore());
        object.put("headFrom", plan.nothing() ? null : plan.headFrom());
        object.put("headTo", plan.nothing() ? null : plan.headTo());
        object.put("headTokens", plan.headTokens());
        object.put("summaryTokens", plan.nothing() ? null : plan.summaryBudget());
        object.put("chunks", plan.chunks().stream().map(ForecastReport::object).toList());
        object.put("model", model == null ? null : model.profile());
        object.put("calls", forecast.calls());
        object.put("chunkCalls", forecast.chunkCalls());
        object.put("mergeCalls", forecast.mergeCalls());
        object.put("flushCalls", forecast.flushCalls());
        object.put("tokensIn", forecast.tokensIn());
        object.put("tokensOut", forecast.tokensOut());
        object.put("cost", Costs.number(planned.cost()));
        object.put("overBudget", overBudget.orElse(null));
        return object;
    }

    private static Map<String, Object> object(ChunkRef chunk) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("from", chunk.fromSeq());
        object.put("to", chunk.toSeq());
        object.put("tokens", chunk.tokens());
        return object;
    }
}
