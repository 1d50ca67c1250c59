package dev.pith.starter.engine;

import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.activities.store.Database;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.starter.config.Settings;
import io.temporal.common.WorkerDeploymentVersion;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What does work in this process: the worker, the models that it calls, and what goes on beside it. */
final class WorkerRuntime {

    /** How long what was cut has to say so in the store and to be handed back. */
    private static final Duration HANDING_BACK = Duration.ofSeconds(3);

    private final CallableModels models;
    private final PithWorker worker;
    private final Upkeep upkeep;
    private final @Nullable MemoryFileSync fileSync;
    private final Optional<WorkerDeploymentVersion> version;

    private WorkerRuntime(
            CallableModels models,
            PithWorker worker,
            Upkeep upkeep,
            @Nullable MemoryFileSync fileSync,
            Optional<WorkerDeploymentVersion> version) {
        this.models = models;
        this.worker = worker;
        this.upkeep = upkeep;
        this.fileSync = fileSync;
        this.version = version;
    }

    /** Takes work from now on, and keeps the store tidy. */
    static WorkerRuntime open(
            Settings settings,
            WorkerSpec spec,
            Database database,
            TemporalConnection temporal,
            Reconciliation reconciliation,
            Optional<MemoryFolder> memory) {
        CallableModels models = new CallableModels(settings.models(), database);
        PithWorker worker =
                PithWorker.start(temporal.client(), database, new ExtractiveSummarizer(), models.all(), spec);
        FlushClient flushes = new FlushClient(temporal.client(), temporal.search(), database);
        Upkeep upkeep = Upkeep.begin(database, flushes, reconciliation);
        MemoryFileSync fileSync = memory.map(MemoryFileSync::of).orElse(null);
        return new WorkerRuntime(models, worker, upkeep, fileSync, spec.version(database.storeId()));
    }

    Optional<String> rollout() {
        return version.map(own -> "It is version " + own.getBuildId() + " of deployment " + own.getDeploymentName()
                + " and takes new work once that is current: temporal worker deployment set-current-version"
                + " --deployment-name " + own.getDeploymentName() + " --build-id " + own.getBuildId());
    }

    /** Whether a model's endpoint can be called from here. */
    boolean calls(String endpoint) {
        return models.all().stream()
                .anyMatch(model -> model.profile().endpoint().equals(endpoint));
    }

    /**
     * Takes no more work at once, waits for what runs, and cuts what takes too long. A call that is cut is noted as
     * interrupted, which costs its text no attempt, and its work is handed back.
     */
    void close(Drain drain) {
        upkeep.close();
        models.beginNoMore();
        worker.takeNoMore();
        long begun = System.nanoTime();
        Duration longest = longest(drain);
        drain.listener().begun(models.running(), longest);
        boolean ended = worker.awaitEnd(longest);
        int cut = models.running();
        models.close();
        if (!ended) {
            worker.awaitEnd(HANDING_BACK);
        }
        worker.abandon();
        if (fileSync != null) {
            fileSync.close();
        }
        drain.listener().ended(cut, Duration.ofNanos(System.nanoTime() - begun));
    }

    private Duration longest(Drain drain) {
        if (drain.longest() != null) {
            return drain.longest();
        }
        Duration usual = Objects.requireNonNull(Drain.QUICK.longest());
        return models.longestCall().filter(call -> call.compareTo(usual) > 0).orElse(usual);
    }
}
