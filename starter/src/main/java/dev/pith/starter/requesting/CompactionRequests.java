package dev.pith.starter.cli.compaction;

import dev.pith.starter.cli.model.ModelOptions;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.model.ModelUse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the requests of compactions from settings and options. */
final class CompactionRequests {

    private CompactionRequests() {}

    /**
     * Returns a request of ROLLING without a target; flushes memories in the background.
     *
     * @param use how the model is used, as {@code model} returned it; null without a model
     * @param focus what the summary must keep; null or blank without a focus
     * @throws IllegalArgumentException if the focus is too long
     */
    static CompactionSpec rolling(
            Settings settings, ModelOptions model, @Nullable ModelUse use, @Nullable String focus) {
        return new CompactionSpec(
                Strategy.ROLLING,
                null,
                Optional.ofNullable(focus)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                use,
                concurrency(settings, model),
                settings.sizes());
    }

    /** Returns the number of concurrent chunks, at most as many as the model serves. */
    private static int concurrency(Settings settings, ModelOptions model) {
        int wanted = settings.number(Setting.CONCURRENCY);
        return model.calls(settings).map(calls -> Math.min(wanted, calls)).orElse(wanted);
    }
}
