package dev.pith.starter.requesting;

import dev.pith.activities.model.ModelProfile;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which model is used, and how.
 *
 * @param name the model profile; null for the setting {@code default_model}
 * @param onFailure what happens without a usable reply; null for the setting
 * @param fresh whether summaries and replies of earlier compactions are ignored
 * @param maxCost the most that the calls may cost, in the currency of the profile's prices; null without a limit
 * @param maxTokens the most tokens sent and received; null without a limit
 */
public record ModelChoice(
        @Nullable String name,
        @Nullable OnModelFailure onFailure,
        boolean fresh,
        @Nullable BigDecimal maxCost,
        @Nullable Long maxTokens) {

    /** How long a backfill waits for an unavailable model. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final int SMALLEST_OUTPUT = 100;
    private static final int LARGEST_OUTPUT = 16_000;

    /** Returns the choice of the settings. */
    public static ModelChoice configured() {
        return named(null);
    }

    /** Returns the choice of a request, in which a blank name leaves the model to the settings. */
    public static ModelChoice asked(
            @Nullable String name,
            @Nullable OnModelFailure onFailure,
            boolean fresh,
            @Nullable BigDecimal maxCost,
            @Nullable Long maxTokens) {
        return new ModelChoice(name == null || name.isBlank() ? null : name, onFailure, fresh, maxCost, maxTokens);
    }

    /** Returns the choice of a profile, used as the settings say; null for the one of the settings. */
    public static ModelChoice named(@Nullable String name) {
        return new ModelChoice(name, null, false, null, null);
    }

    /**
     * Checks that the named profile exists.
     *
     * @throws IllegalArgumentException if it does not
     */
    public void requireKnown(Settings settings) {
        SortedSet<String> known = settings.models().names();
        if (name != null && !known.contains(name)) {
            throw new IllegalArgumentException(
                    "there is no model profile \"" + name + "\": known are " + String.join(", ", known));
        }
    }

    /** Returns the chosen profile; empty if no model is used. */
    public Optional<ModelProfile> profile(Settings settings) {
        String chosen =
                name != null ? name : settings.text(Setting.DEFAULT_MODEL).orElse("");
        return settings.models().find(chosen);
    }

    /**
     * Returns how a backfill uses the model: it waits up to 24 hours for it and, by default, keeps the context instead of
     * writing a degraded summary. The limits apply to the whole backfill, not to each conversation.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public ModelUse useOfBackfill(ServedLimits limits, Settings settings) {
        return use(limits, settings)
                .patient((int) PATIENCE.toSeconds(), onFailure != null ? onFailure : OnModelFailure.KEEP);
    }

    /**
     * Asks the server of the chosen profile for its limits, for a few seconds at most; empty if no model is used.
     *
     * @param parts the parts of a request that have no meaning without a model, with their verb, such as "fresh is"
     * @throws IllegalArgumentException if there is no such profile, or such a part is given without a model
     */
    public Optional<ServedLimits> limits(Settings settings, String parts) {
        requireKnown(settings);
        Optional<ServedLimits> limits = profile(settings).map(known -> ServedLimits.ask(known, note -> {}));
        if (limits.isEmpty() && needsModel()) {
            throw new IllegalArgumentException(parts + " about a model, but none is asked: name one in model");
        }
        return limits;
    }

    /** Returns whether a part of the choice has no meaning without a model. */
    public boolean needsModel() {
        return fresh || maxCost != null || maxTokens != null || onFailure != null;
    }

    /**
     * Returns how the model is used.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public ModelUse use(ServedLimits limits, Settings settings) {
        ModelProfile chosen = limits.profile();
        int window = limits.window();
        return new ModelUse(
                chosen.name(),
                chosen.endpoint(),
                window,
                chosen.maxOutput() != null
                        ? chosen.maxOutput()
                        : Math.max(SMALLEST_OUTPUT, Math.min(LARGEST_OUTPUT, window / 2)),
                (int) chosen.timeouts().total().toSeconds(),
                (int) settings.duration(Setting.MODEL_PATIENCE).toSeconds(),
                settings.modelAttempts(),
                onFailure != null ? onFailure : settings.onModelFailure(),
                (int) Math.round(settings.share(Setting.LEDGER_SHARE) * 100),
                fresh,
                maxCost,
                maxTokens);
    }
}
