package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.store.RequestJson;
import dev.pith.starter.cli.model.AbsentModel;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.workflows.model.ModelUse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models that flushes ask, and whether anybody can call them. */
final class FlushModels {

    private final AbsentModel absent;

    FlushModels(Engine engine, Settings settings) {
        this.absent = new AbsentModel(engine, settings);
    }

    /** Whether all of these flushes ask models that nobody can call; looked at every few seconds, else false. */
    boolean areAbsent(List<Flush> flushes) {
        return absent.isTime()
                && flushes.stream().allMatch(flush -> missing(flush).isPresent());
    }

    /** What these flushes lack, a line each. */
    List<String> words(List<Flush> left) {
        return left.stream()
                .filter(Flush::pending)
                .flatMap(flush -> missing(flush)
                        .map(words -> "flush " + flush.id() + " of " + flush.conversation() + " waits for " + words
                                + ", or choose another: pith flush " + flush.conversation() + " --model NAME")
                        .stream())
                .toList();
    }

    /** Whether one that has begun waits for a model that nobody calls, and is to ask another now. */
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
