package dev.pith.starter.requesting;

import dev.pith.activities.hashing.Sha256;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.store.RequestJson;
import dev.pith.starter.backfill.SessionFiles;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.Rates;
import dev.pith.workflows.backfill.Selection;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.model.ModelUse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a backfill compacts each conversation, and how many.
 *
 * @param after new messages that renew a gist; null for the default
 * @param focus what the summaries must keep; null or blank without a focus
 * @param limit the most conversations; null without a limit
 * @param model the model, with the limits of the whole backfill
 */
public record BackfillChoice(
        Strategy strategy,
        @Nullable Integer after,
        @Nullable String focus,
        FlushMode flush,
        @Nullable Long limit,
        ModelChoice model) {

    /** Keeps a few model slots, or two cores, busy while the next conversations are planned. */
    private static final int LEAST_IN_FLIGHT = 8;

    /**
     * Concurrent chunks of one conversation. Other conversations use the rest of the model's capacity, and the fewest
     * calls are the cheapest.
     */
    private static final int ONE_AT_A_TIME = 1;

    public BackfillChoice {
        if (after != null && strategy != Strategy.GIST) {
            throw new IllegalArgumentException(
                    "after says when a gist is renewed: choose the strategy gist, or leave it out");
        }
    }

    /**
     * Returns the specification of a backfill. Leaves out the sessions that the settings only store.
     *
     * @param paths files and folders of sessions; empty for what is stored
     * @param use how the model is used; null without one
     * @throws IOException if a path does not exist or cannot be read; the message is the path
     * @throws IllegalArgumentException if a value is out of its range
     */
    public BackfillSpec spec(Selection selection, List<Path> paths, @Nullable ModelUse use, Settings settings)
            throws IOException {
        CompactionSpec rolling = CompactionRequests.rolling(settings, use, Optional.of(ONE_AT_A_TIME), focus)
                .flushed(flush);
        CompactionSpec compaction = new StrategyChoice(strategy, after, null, null).applied(rolling, settings);
        return new BackfillSpec(
                compaction,
                selection.except(settings.globs(Setting.STORE_ONLY_SESSIONS)),
                paths.isEmpty() ? null : SessionFiles.identity(paths),
                limit,
                model.maxCost(),
                model.maxTokens(),
                model.maxCost() == null ? null : rates(settings));
    }

    private @Nullable Rates rates(Settings settings) {
        return model.profile(settings)
                .map(ModelProfile::prices)
                .map(prices -> new Rates(prices.input(), prices.output()))
                .orElse(null);
    }

    /** Returns a name derived from a specification, so that the same request gets the same name. */
    public static String name(BackfillSpec spec) {
        return spec.compaction().strategy().name().toLowerCase(Locale.ROOT) + "-"
                + Sha256.hex(RequestJson.of(spec)).substring(0, 8);
    }

    /**
     * Returns how many conversations are worked on at the same time by default.
     *
     * @param calls how many calls the model serves at the same time; 0 without a model
     */
    public static int inFlight(int calls) {
        return Math.max(LEAST_IN_FLIGHT, 2 * calls);
    }
}
