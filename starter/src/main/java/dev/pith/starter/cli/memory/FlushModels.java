package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.store.RequestJson;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.requesting.AbsentModel;
import dev.pith.workflows.model.ModelUse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks whether workers can call the models of flushes. */
final class FlushModels {

    private final AbsentModel absent;

    FlushModels(Engine engine, Settings settings) {
        this.absent = new AbsentModel(engine, settings);
    }

    /**
     * Returns whether no worker can call the models of any of these flushes. Checks every few seconds and returns false
     * in between.
     */
    boolean areAbsent(List<Flush> flushes) {
        return absent.isTime()
                && flushes.stream().allMatch(flush -> missing(flush).isPresent());
    }

    /** Returns a message for each of these flushes whose model is missing. */
    List<String> words(List<Flush> left) {
        return left.stream()
                .filter(Flush::pending)
                .flatMap(flush -> missing(flush)
                        .map(words -> "flush " + flush.id() + " of " + flush.conversation() + " waits for " + words
                                + ", or choose another: pith flush " + flush.conversation() + " --model NAME")
                        .stream())
                .toList();
    }

    /** Returns whether a started flush waits for a model that no worker can call, and another model was chosen. */
    boolean isStuck(List<Flush> open, @Nullable ModelUse chosen) {
        String endpoint = chosen == null ? null : chosen.endpoint();
        return open.stream()
                .filter(flush -> flush.pending() && flush.started() != null)
                .map(FlushModels::model)
                .filter(Objects::nonNull)
                .anyMatch(model -> !model.endpoint().equals(endpoint) && !absent.isCalled(model));
    }

    private Optional<String> missing(Flush flush) {
        return absent.words(model(flush));
    }

    private static @Nullable ModelUse model(Flush flush) {
        return RequestJson.model(flush.model(), flush.id());
    }
}
