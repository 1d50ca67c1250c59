package dev.pith.starter.engine;

import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Flushes;
import dev.pith.activities.store.Replies;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.starter.config.Settings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What does work in this process: the worker, the models that it calls, and what goes on beside it. */
final class Workshop implements AutoCloseable {

    private final CallableModels models;
    private final PithWorker worker;
    private final Orphans orphans;
    private final @Nullable MemoryKeeper keeper;

    private Workshop(CallableModels models, PithWorker worker, Orphans orphans, @Nullable MemoryKeeper keeper) {
        this.models = models;
        this.worker = worker;
        this.orphans = orphans;
        this.keeper = keeper;
    }

    /** Takes work from now on; what has expired in the store is gone. */
    static Workshop open(
            Settings settings, Database database, TemporalConnection temporal, Optional<MemoryFolder> memory) {
        database.table(Replies.class).purge();
        database.table(Flushes.class).purge();
        CallableModels models = new CallableModels(settings.models(), database);
        PithWorker worker = PithWorker.start(
                temporal.client(), database, new ExtractiveSummarizer(), models.all(), settings.redaction());
        Orphans orphans = Orphans.waking(new FlushClient(temporal.client(), database));
        return new Workshop(
                models, worker, orphans, memory.map(MemoryKeeper::of).orElse(null));
    }

    /** Whether a model's endpoint can be called from here. */
    boolean calls(String endpoint) {
        return models.all().stream()
                .anyMatch(model -> model.profile().endpoint().equals(endpoint));
    }

    @Override
    public void close() {
        orphans.close();
        models.beginNoMore();
        worker.close();
        models.close();
        if (keeper != null) {
            keeper.close();
        }
    }
}
