package dev.pith.starter.web.route;

import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Prices;
import dev.pith.starter.config.Settings;
import dev.pith.starter.requesting.CompactionRequests;
import dev.pith.starter.requesting.ModelChoice;
import dev.pith.starter.requesting.ServedLimits;
import dev.pith.starter.requesting.StrategyChoice;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.model.ModelUse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to compact. What is left out is as the settings say.
 *
 * @param focus what the summary must keep, in the user's words
 * @param model the model profile; {@code extractive} for none
 * @param targetTokens the largest size in tokens: of the summary with rolling and gist, else of the whole context
 * @param targetRatio the largest size of the context as a share of the present one; with layered and prune
 * @param preview whether the summary is only written and shown
 * @param fresh whether earlier summaries and replies are ignored; needs a model
 */
public record StartBody(
        @Nullable Strategy strategy,
        @Nullable String focus,
        @Nullable String model,
        @Nullable Integer targetTokens,
        @Nullable Double targetRatio,
        @Nullable Boolean preview,
        @Nullable Boolean fresh,
        @Nullable FlushMode flush) {

    /** The request that leaves everything to the settings. */
    public static final StartBody CONFIGURED = new StartBody(null, null, null, null, null, null, null, null);

    public StartBody {
        if (targetTokens != null && targetRatio != null) {
            throw new IllegalArgumentException("targetTokens and targetRatio are both targets: give one of them");
        }
    }

    /** Returns the request; asks the model's server for its limits. A value out of its range is a problem. */
    public CompactionSpec spec(Settings settings) {
        try {
            ModelChoice choice = choice();
            Optional<ServedLimits> limits = choice.limits(settings, "fresh is");
            ModelUse use = limits.map(served -> choice.use(served, settings)).orElse(null);
            CompactionSpec rolling = CompactionRequests.rolling(settings, use, limits.map(ServedLimits::calls), focus)
                    .flushed(flush == null ? FlushMode.BACKGROUND : flush);
            StrategyChoice sized = new StrategyChoice(strategy, null, targetTokens, targetRatio);
            requireUsedRatio(sized, settings);
            CompactionSpec chosen = sized.applied(rolling, settings);
            return Boolean.TRUE.equals(preview) ? chosen.previewed() : chosen;
        } catch (IllegalArgumentException e) {
            throw Problem.because(ProblemKind.INVALID, String.valueOf(e.getMessage()), e);
        }
    }

    /** Returns the prices of the model; null if they are not known, and without a model. */
    @Nullable
    Prices prices(Settings settings) {
        return choice().profile(settings).map(ModelProfile::prices).orElse(null);
    }

    private ModelChoice choice() {
        return ModelChoice.asked(model, null, Boolean.TRUE.equals(fresh), null, null);
    }

    private static void requireUsedRatio(StrategyChoice sized, Settings settings) {
        if (sized.hasIdleRatio(settings)) {
            throw new IllegalArgumentException("targetRatio is a share of the whole context, which the strategy "
                    + "layered or prune aims at: choose one of them, or leave it out");
        }
    }
}
