package dev.pith.starter.requesting;

import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.model.ModelUse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the requests of compactions. */
public final class CompactionRequests {

    private CompactionRequests() {}

    /**
     * Returns a request of ROLLING without a target; flushes memories in the background.
     *
     * @param use how the model is used; null without a model
     * @param calls how many calls the model serves at the same time, which bounds the chunks; empty without a model
     * @param focus what the summary must keep; null or blank without a focus
     * @throws IllegalArgumentException if the focus is too long
     */
    public static CompactionSpec rolling(
            Settings settings, @Nullable ModelUse use, Optional<Integer> calls, @Nullable String focus) {
        int wanted = settings.number(Setting.CONCURRENCY);
        return new CompactionSpec(
                Strategy.ROLLING,
                null,
                Optional.ofNullable(focus)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .orElse(null),
                use,
                calls.map(most -> Math.min(wanted, most)).orElse(wanted),
                settings.sizes());
    }
}
