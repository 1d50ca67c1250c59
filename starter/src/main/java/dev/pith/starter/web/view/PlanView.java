package dev.pith.starter.web.view;

import dev.pith.activities.compaction.Forecast;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.starter.requesting.CompactionPlan;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.ChunkRef;
import dev.pith.workflows.compaction.Decision;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a compaction would do, with the most calls, tokens and cost if each call is answered well at once.
 *
 * @param prunesFirst whether long results of tools are shortened first, which may be enough
 * @param irreducible why the context stays long whatever is compacted; null if it can become short enough
 * @param tokensBefore the size of the context now
 * @param headFrom the first message that is summarized; null if none is
 * @param headTo the last one; null if none is
 * @param summaryTokens the largest summary; null if there is nothing to do
 * @param model the model profile; null without a model
 * @param cost in the currency of the profile's prices; null if these are not known
 */
public record PlanView(
        String conversation,
        Strategy strategy,
        Decision decision,
        boolean prunesFirst,
        @Nullable String irreducible,
        long messages,
        long tokensBefore,
        @Nullable Long headFrom,
        @Nullable Long headTo,
        long headTokens,
        @Nullable Integer summaryTokens,
        List<ChunkView> chunks,
        @Nullable String model,
        int calls,
        int chunkCalls,
        int mergeCalls,
        int flushCalls,
        long tokensIn,
        long tokensOut,
        @Nullable BigDecimal cost) {

    /** A chunk: its messages, and its size in tokens. */
    public record ChunkView(long from, long to, long tokens) {

        static ChunkView of(ChunkRef chunk) {
            return new ChunkView(chunk.fromSeq(), chunk.toSeq(), chunk.tokens());
        }
    }

    /** Returns the plan of a conversation. */
    public static PlanView of(String conversation, CompactionPlan plan) {
        HeadPlan head = plan.head();
        Forecast forecast = plan.forecast();
        return new PlanView(
                conversation,
                plan.spec().strategy(),
                head.decision(),
                plan.prunesFirst(),
                plan.irreducible().orElse(null),
                head.mark(),
                head.tokensBefore(),
                head.isEmpty() ? null : head.headFrom(),
                head.isEmpty() ? null : head.headTo(),
                head.headTokens(),
                plan.nothing() ? null : head.summaryBudget(),
                head.chunks().stream().map(ChunkView::of).toList(),
                plan.spec().model() == null ? null : plan.spec().model().profile(),
                forecast.calls(),
                forecast.chunkCalls(),
                forecast.mergeCalls(),
                forecast.flushCalls(),
                forecast.tokensIn(),
                forecast.tokensOut(),
                plan.cost().map(Json::plain).orElse(null));
    }
}
