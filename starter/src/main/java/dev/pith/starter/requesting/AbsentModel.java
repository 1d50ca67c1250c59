package dev.pith.starter.requesting;

import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.UnreachableException;
import dev.pith.workflows.model.ModelUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Detects that work waits for a model which this configuration does not describe and no running worker can call. Such
 * work may wait forever. Not thread-safe.
 */
public final class AbsentModel {

    /** Time between checks. Temporal does not report a new worker at once, and most work ends within this time. */
    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final Engine engine;
    private final Settings settings;
    private Instant next = Instant.now().plus(PERIOD);

    /** Creates a check for work of this engine. */
    public AbsentModel(Engine engine, Settings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    /** Returns whether a check is due: a few seconds after creation, then every few seconds. */
    public boolean isTime() {
        if (Instant.now().isBefore(next)) {
            return false;
        }
        next = Instant.now().plus(PERIOD);
        return true;
    }

    /** Returns a message that names the missing model and the cure. Empty if the model can be called or is null. */
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

    /** Returns whether a worker polls for this model. Also true if Temporal does not answer or has just come back. */
    public boolean isCalled(ModelUse model) {
        try {
            return engine.mayLackWorkers() || engine.polled(model.endpoint());
        } catch (UnreachableException e) {
            return true;
        }
    }
}
