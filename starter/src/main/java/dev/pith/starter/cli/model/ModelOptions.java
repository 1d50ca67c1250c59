package dev.pith.starter.cli.model;

import dev.pith.activities.model.ModelProfile;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.requesting.ModelChoice;
import dev.pith.starter.requesting.ServedLimits;
import dev.pith.starter.requesting.WorkerCheck;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose a model and control how it is used. */
public final class ModelOptions {

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "The model profile to summarize with; extractive uses no model (default: default_model).")
    private @Nullable String model;

    @Option(
            names = "--on-model-failure",
            paramLabel = "WAY",
            description = "Where the model returns no usable summary: degrade uses the extractive summarizer, keep"
                    + " leaves the context unchanged.")
    private @Nullable OnModelFailure onFailure;

    @Option(
            names = "--fresh",
            description = "Summarize the messages again: ignore summaries, chunk summaries and replies of earlier"
                    + " compactions.")
    private boolean fresh;

    @Option(
            names = "--max-cost",
            paramLabel = "AMOUNT",
            description = "Stop before a model call that could raise the cost above this, in the currency of the"
                    + " profile's prices.")
    private @Nullable BigDecimal maxCost;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "Stop before a model call that could raise the tokens sent and received above this.")
    private @Nullable Long maxTokens;

    private @Nullable ServedLimits served;

    /** Returns the chosen profile; empty if no model is used. */
    public Optional<ModelProfile> profile(Settings settings) {
        return choice().profile(settings);
    }

    /** Returns how the model is used; null if no model is used. Asks the model's server for its limits. */
    public @Nullable ModelUse use(Settings settings, Terminal terminal) {
        return used(settings, terminal, ModelChoice::use);
    }

    /** Makes the use of a model from a choice. */
    private interface Use {
        ModelUse of(ModelChoice choice, ServedLimits limits, Settings settings);
    }

    private @Nullable ModelUse used(Settings settings, Terminal terminal, Use use) {
        ModelChoice choice = choice();
        Optional<ModelProfile> profile = choice.profile(settings);
        if (profile.isEmpty()) {
            if (choice.needsModel()) {
                throw CommandProblem.usage("--fresh, --max-cost, --max-tokens and --on-model-failure are about a model,"
                        + " but none is asked: choose one with --model (see pith model list)");
            }
            return null;
        }
        ServedLimits limits = ServedLimits.ask(profile.get(), terminal::say);
        served = limits;
        try {
            return use.of(choice, limits, settings);
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the choice that the options make. */
    public ModelChoice choice() {
        return new ModelChoice(model, onFailure, fresh, maxCost, maxTokens);
    }

    /** Returns how a backfill uses the model; null if no model is used. Asks the model's server for its limits. */
    public @Nullable ModelUse useOfBackfill(Settings settings, Terminal terminal) {
        return used(settings, terminal, ModelChoice::useOfBackfill);
    }

    /**
     * Returns how many calls the model serves at the same time; empty if no model is used. Lower than the profile's
     * value if the server reported less when {@link #use} asked it.
     */
    public Optional<Integer> calls(Settings settings) {
        return served == null ? profile(settings).map(ModelProfile::concurrency) : Optional.of(served.calls());
    }

    /** Fails if neither this process nor a worker has the model's key: the work would wait forever. */
    public void requireWorker(Engine engine, Settings settings) {
        Optional<ModelProfile> chosen = profile(settings);
        chosen.flatMap(new WorkerCheck(engine)::missingKey).ifPresent(words -> {
            throw CommandProblem.usage(words);
        });
    }
}
