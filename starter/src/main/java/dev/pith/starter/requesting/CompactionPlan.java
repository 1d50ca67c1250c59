package dev.pith.starter.requesting;

import dev.pith.activities.compaction.Forecast;
import dev.pith.activities.compaction.Forecaster;
import dev.pith.activities.model.Prices;
import dev.pith.activities.planning.HeadPlan;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run tells of a compaction: its plan, with the most calls, tokens and cost.
 *
 * @param prices null if they are not known, and without a model
 */
public record CompactionPlan(
        Forecast forecast, CompactionSpec spec, @Nullable Prices prices) {

    /**
     * Plans the compaction of a stored conversation. Stores nothing and calls no model.
     *
     * @throws dev.pith.activities.store.UnknownConversationException if it is not stored
     */
    public static CompactionPlan ofStored(
            Database database, String conversation, CompactionSpec spec, @Nullable Prices prices) {
        return new CompactionPlan(new Forecaster(database).ofStored(conversation, spec), spec, prices);
    }

    /** Returns what is summarized, in which chunks. */
    public HeadPlan head() {
        return forecast.plan();
    }

    /** Returns whether there is nothing to do. */
    public boolean nothing() {
        return head().nothing();
    }

    /** Returns whether long results of tools are shortened first, which may be enough. */
    public boolean prunesFirst() {
        return spec.context() != null
                && head().decision() != Decision.PRUNE
                && head().tokensBefore() > spec.context().of(head().tokensBefore());
    }

    /** Returns why the context stays long whatever is compacted; empty if it can become short enough. */
    public Optional<String> irreducible() {
        return head().irreducible(spec.sizes());
    }

    /** Returns the highest cost; empty if prices are unknown, and zero without any call. */
    public Optional<BigDecimal> cost() {
        return forecast.cost(prices);
    }
}
