package dev.pith.starter.requesting;

import dev.pith.activities.model.ModelProfile;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.workflows.model.ModelUse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Detects that no running worker can do what is requested: the request would wait for one, perhaps forever. */
public record WorkerCheck(Engine engine) {

    private static final String NONE = "no worker runs: start one (pith worker), then repeat the request";

    /**
     * Returns a message that names what is missing and the cure; empty if a worker runs that can do the work. If Temporal
     * has just come back, a negative answer takes some seconds.
     *
     * @param model how a model is used; null without one
     */
    public Optional<String> missing(@Nullable ModelUse model, Settings settings) {
        if (!engine.worked()) {
            return Optional.of(NONE);
        }
        return Optional.ofNullable(model)
                .flatMap(use -> settings.models().find(use.profile()))
                .flatMap(this::missingKey);
    }

    /** Returns a message that names the key that no running worker has, and the cure; empty if one has it. */
    public Optional<String> missingKey(ModelProfile model) {
        if (engine.polled(model.endpoint())) {
            return Optional.empty();
        }
        String key = model.keyVariable();
        if (key == null) {
            return Optional.of("no running worker knows the model profile " + model.name()
                    + ": workers read the profiles when they start, so start one again, or choose another model");
        }
        boolean alone = engine.temporal().inProcess();
        return Optional.of("model profile " + model.name() + " needs " + key + ", which no running worker has: set it, "
                + (alone ? "" : "start a worker that has it (pith worker), ") + "or choose another model");
    }
}
