package dev.pith.starter.cli.model;

import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.UnreachableException;
import dev.pith.workflows.model.ModelUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a follower that what it waits for asks a model that this configuration does not describe and that no running worker
 * can call: whoever waits for that may wait for ever. Not thread-safe.
 */
public final class AbsentModel {

    /** A worker that has just started is not known to Temporal at once, and most work is over by then. */
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final Engine engine;
    private final Settings settings;
    private Instant next = Instant.now().plus(PERIOD);

    /** For what is followed with this engine. */
    public AbsentModel(Engine engine, Settings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** Whether it is time to look again: a few seconds after the beginning, and then every few seconds. */
    public boolean isTime() {
        if (Instant.now().isBefore(next)) {
            return false;
        }
        next = Instant.now().plus(PERIOD);
        return true;
    }

    /** Which model is missing and where it would come from; empty where it can be called, or none is asked. */
    public Optional<String> words(@Nullable ModelUse model) {
        if (model == null || settings.models().describes(model.endpoint()) || isCalled(model)) {
            return Optional.empty();
        }
        String name = model.profile();
        return Optional.of(
                "model \"" + name + "\", which this configuration does not describe and no running worker can"
                        + " call: describe it in pith.toml under [models." + name + "], or start a worker that has it"
                        + " (pith worker)");
    }

    /** Whether any worker takes the model's work; a Temporal that does not answer, or has just come back, says nothing against it. */
    public boolean isCalled(ModelUse model) {
        try {
            return engine.mayLackWorkers() || engine.polled(model.endpoint());
        } catch (UnreachableException e) {
            return true;
        }
    }
}
