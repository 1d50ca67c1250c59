package dev.pith.starter.cli.model;

import dev.pith.activities.model.ModelProfile;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.Successor;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which model writes, and how it is used. */
public final class ModelOptions {

    /** How long a backfill waits for a model that is away. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "The model profile that writes; extractive asks no model (default: default_model).")
    private @Nullable String model;

    @Option(
            names = "--on-model-failure",
            paramLabel = "WAY",
            description = "degrade: write without the model what it does not write. keep: leave the context as it is.")
    private @Nullable OnModelFailure onFailure;

    @Option(
            names = "--fresh",
            description =
                    "Write from the messages: pass by summaries, chunk summaries and replies of earlier compactions.")
    private boolean fresh;

    @Option(
            names = "--max-cost",
            paramLabel = "AMOUNT",
            description = "Begin no call that might take the cost above this, in the currency of the profile's prices.")
    private @Nullable BigDecimal maxCost;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "Begin no call that might take the tokens sent and received above this.")
    private @Nullable Long maxTokens;

    private @Nullable ServedLimits served;

    /** The profile that was chosen; empty where no model is asked. */
    public Optional<ModelProfile> profile(Settings settings) {
        String name =
                model != null ? model : settings.text(Setting.DEFAULT_MODEL).orElse("");
        return settings.models().find(name);
    }

    /** How the model is used; null where none is asked. */
    public @Nullable ModelUse use(Settings settings, Terminal terminal) {
        Optional<ModelProfile> profile = profile(settings);
        if (profile.isEmpty()) {
            if (fresh || maxCost != null || maxTokens != null || onFailure != null) {
                throw CommandProblem.usage("--fresh, --max-cost, --max-tokens and --on-model-failure are about a model,"
                        + " but none is asked: choose one with --model (see pith model list)");
            }
            return null;
        }
        ModelProfile chosen = profile.get();
        ServedLimits limits = ServedLimits.ask(chosen, terminal);
        served = limits;
        int window = limits.window();
        try {
            return new ModelUse(
                    chosen.name(),
                    chosen.endpoint(),
                    window,
                    chosen.maxOutput() != null ? chosen.maxOutput() : Math.max(100, Math.min(16_000, window / 2)),
                    (int) chosen.timeouts().total().toSeconds(),
                    (int) settings.duration(Setting.MODEL_PATIENCE).toSeconds(),
                    settings.modelAttempts(),
                    onFailure != null ? onFailure : settings.onModelFailure(),
                    (int) Math.round(settings.share(Setting.LEDGER_SHARE) * 100),
                    fresh,
                    maxCost,
                    maxTokens);
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The same for thousands of conversations that nobody waits for: patient, and rather no summary than a degraded one. Its
     * limits are the backfill's, not those of each conversation.
     */
    public @Nullable ModelUse useOfBackfill(Settings settings, Terminal terminal) {
        ModelUse use = use(settings, terminal);
        return use == null
                ? null
                : use.patient((int) PATIENCE.toSeconds(), onFailure != null ? onFailure : OnModelFailure.KEEP);
    }

    /**
     * How many calls the model serves at the same time; empty where none is asked. Less than its profile says where its
     * server told so when {@link #use} asked it.
     */
    public Optional<Integer> calls(Settings settings) {
        return served == null ? profile(settings).map(ModelProfile::concurrency) : Optional.of(served.calls());
    }

    /** A key that is set nowhere would let the work wait for ever. */
    public void requireWorker(Engine engine, Settings settings) {
        Optional<ModelProfile> chosen = profile(settings);
        if (chosen.isPresent() && !engine.polled(chosen.get().endpoint())) {
            String variable = Objects.requireNonNullElse(chosen.get().keyVariable(), "its key");
            String needs = "model profile " + chosen.get().name() + " needs " + variable + ", which is not set here";
            throw CommandProblem.usage(
                    engine.successor() == Successor.NOBODY
                            ? needs + ": set it"
                            : needs + ", and no worker that has it is running: set it, or start one with it"
                                    + " (pith worker)");
        }
    }

    /** The limit of cost; null where none was set. */
    public @Nullable BigDecimal maxCost() {
        return maxCost;
    }

    /** The limit of tokens; null where none was set. */
    public @Nullable Long maxTokens() {
        return maxTokens;
    }
}
