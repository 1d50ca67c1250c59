package dev.pith.starter.cli.memory;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.store.RequestJson;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.requesting.AbsentModel;
import java.util.List;
import java.util.Optional;

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

    private Optional<String> missing(Flush flush) {
        return absent.words(RequestJson.model(flush.model(), flush.id()));
    }
}
