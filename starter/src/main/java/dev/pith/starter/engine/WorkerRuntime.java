package dev.pith.starter.engine;

import dev.pith.activities.memory.files.MemoryFolder;
import dev.pith.activities.store.Database;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.starter.config.Settings;
import dev.pith.starter.tracing.Tracing;
import io.temporal.common.WorkerDeploymentVersion;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs work in this process: the worker, the models that it calls, and the background services. */
final class WorkerRuntime {

    /** The time for aborted work to record its state in the store and to be returned to Temporal. */
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

    /** Starts the worker and the maintenance of the store. */
    static WorkerRuntime open(
            Settings settings,
            WorkerSpec spec,
            Database database,
            TemporalConnection temporal,
            Reconciliation reconciliation,
            Optional<MemoryFolder> memory,
            @Nullable Tracing tracing) {
        CallableModels models = new CallableModels(settings.models(), database, tracing);
        PithWorker worker = PithWorker.start(
                temporal.client(),
                database,
                new ExtractiveSummarizer(),
                models.all(),
                tracing == null ? spec : spec.with(tracing.activities(database)));
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

    /** Returns whether this process can call a model's endpoint. */
    boolean calls(String endpoint) {
        return models.all().stream()
                .anyMatch(model -> model.profile().endpoint().equals(endpoint));
    }

    /**
     * Stops accepting work immediately, waits for running work, and aborts what exceeds the limit. An aborted call is
     * recorded as interrupted, which does not count as an attempt, and its task is returned to Temporal.
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
