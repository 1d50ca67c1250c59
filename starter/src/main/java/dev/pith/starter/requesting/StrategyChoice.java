package dev.pith.starter.requesting;

import dev.pith.starter.config.Settings;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import org.jspecify.annotations.Nullable;

/**
 * Which strategy compacts, and to which size.
 *
 * @param strategy null for that of the settings
 * @param after new messages that renew a gist; null for the default
 * @param targetTokens the largest size in tokens: of the summary with rolling and gist, else of the whole context; null
 *     without one
 * @param targetRatio the largest size of the context as a share of the present one; null without one
 */
public record StrategyChoice(
        @Nullable Strategy strategy,
        @Nullable Integer after,
        @Nullable Integer targetTokens,
        @Nullable Double targetRatio) {

    /** Returns the chosen strategy. */
    public Strategy in(Settings settings) {
        return strategy == null ? settings.strategy() : strategy;
    }

    /** Returns whether there is a ratio that the chosen strategy does not aim at. */
    public boolean hasIdleRatio(Settings settings) {
        return targetRatio != null && in(settings) != Strategy.LAYERED && in(settings) != Strategy.PRUNE;
    }

    /** Returns whether there are two targets. */
    public boolean hasTwoTargets() {
        return targetTokens != null && targetRatio != null;
    }

    /**
     * Returns a spec with the strategy.
     *
     * @param spec a spec of ROLLING without a target
     * @throws IllegalArgumentException if a value is out of its range
     */
    public CompactionSpec applied(CompactionSpec spec, Settings settings) {
        return switch (in(settings)) {
            case ROLLING -> spec.summaryTarget(targetTokens);
            case LAYERED -> targeted(spec.layered(settings.layered()));
            case PRUNE -> targeted(spec.pruning());
            case GIST -> spec.gist(settings.gist(after)).summaryTarget(targetTokens);
        };
    }

    private CompactionSpec targeted(CompactionSpec spec) {
        if (targetRatio != null) {
            return spec.within(ContextTarget.ofRatio(targetRatio));
        }
        return targetTokens == null ? spec : spec.within(ContextTarget.ofTokens(targetTokens));
    }
}
