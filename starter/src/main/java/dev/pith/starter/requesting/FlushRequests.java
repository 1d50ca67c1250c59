package dev.pith.starter.requesting;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.RequestJson;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.StartPatience;
import dev.pith.workflows.model.ModelUse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Requests memory flushes by hand. */
public record FlushRequests(Engine engine, Settings settings) {

    /** Flushes due within this time are worth waiting for; others failed and are tried again later. */
    public static final Duration TURN = Duration.ofSeconds(1);

    /**
     * Requests the flush of everything in a conversation that was not flushed yet. A flush that is under way keeps its
     * model; it is restarted if no worker can call that model.
     *
     * @param chosen how a model is used; null without one
     * @param patience the limit on the wait for Temporal
     */
    public void request(String conversation, @Nullable ModelUse chosen, StartPatience patience) {
        if (isStuck(engine.database().table(Flushes.class).open(conversation), chosen)) {
            engine.flushes().cancel(conversation);
        }
        engine.flushes().request(conversation, chosen, patience);
    }

    /** Returns whether a started flush waits for a model that no worker can call, and another model was chosen. */
    private boolean isStuck(List<Flush> open, @Nullable ModelUse chosen) {
        AbsentModel absent = new AbsentModel(engine, settings);
        String endpoint = chosen == null ? null : chosen.endpoint();
        return open.stream()
                .filter(flush -> flush.pending() && flush.started() != null)
                .map(flush -> RequestJson.model(flush.model(), flush.id()))
                .filter(Objects::nonNull)
                .anyMatch(model -> !model.endpoint().equals(endpoint) && !absent.isCalled(model));
    }
}
