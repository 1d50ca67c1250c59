package dev.pith.starter.engine;

import dev.pith.activities.compaction.WarmUp;
import dev.pith.activities.compaction.WithModel;
import dev.pith.activities.compaction.WithoutModel;
import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.memory.asking.ModelExtractor;
import dev.pith.activities.memory.keyless.KeylessExtractor;
import dev.pith.activities.store.Database;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.temporal.BackfillActivitiesImpl;
import dev.pith.activities.temporal.CommitActivitiesImpl;
import dev.pith.activities.temporal.ExtractingActivitiesImpl;
import dev.pith.activities.temporal.FlushActivitiesImpl;
import dev.pith.activities.temporal.PlanningActivitiesImpl;
import dev.pith.activities.temporal.SummarizingActivitiesImpl;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.backfill.BackfillWorkflowImpl;
import dev.pith.workflows.backfill.ScheduledBackfillWorkflowImpl;
import dev.pith.workflows.compaction.CompactionWorkflowImpl;
import dev.pith.workflows.compaction.PinnedCompactionWorkflow;
import dev.pith.workflows.flush.MemoryFlushWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.common.VersioningBehavior;
import io.temporal.common.WorkerDeploymentVersion;
import io.temporal.worker.NonDeterministicException;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker of one store: its workflows, its short store activities, and whoever summarizes, with and without a model. */
public final class PithWorker implements AutoCloseable {

    /** How often the SDK looks whether a step of its stop is done: there are several, and every command waits for them. */
    private static final Duration STOP_CHECK = Duration.ofMillis(10);

    private static final Logger LOG = LoggerFactory.getLogger(PithWorker.class);

    private final WorkerFactory factory;

    private PithWorker(WorkerFactory factory) {
        this.factory = factory;
    }

    /** Starts to take work; secrets are taken out of what models are sent. */
    public static PithWorker start(
            WorkflowClient client, Database database, Summarizer keyless, List<JournaledModel> models) {
        return start(client, database, keyless, models, WorkerSpec.defaults());
    }

    /** Starts to take work. */
    public static PithWorker start(
            WorkflowClient client,
            Database database,
            Summarizer keyless,
            List<JournaledModel> models,
            WorkerSpec spec) {
        WorkerFactory factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setShutdownCheckInterval(STOP_CHECK)
                        .build());
        String queue = TaskQueues.workflows(database.storeId());
        Map<String, List<JournaledModel>> endpoints = models.stream()
                .collect(Collectors.groupingBy(model -> model.profile().endpoint()));
        Worker workflows = factory.newWorker(queue, options(spec.version(database.storeId()), 20));
        workflows.registerWorkflowImplementationTypes(
                WorkflowImplementationOptions.newBuilder()
                        // What a workflow stumbles over once, it stumbles over always: also a request of a newer
                        // version.
                        .setFailWorkflowExceptionTypes(RuntimeException.class, NonDeterministicException.class)
                        .build(),
                spec.buildId() == null ? CompactionWorkflowImpl.class : PinnedCompactionWorkflow.class,
                MemoryFlushWorkflowImpl.class,
                BackfillWorkflowImpl.class,
                ScheduledBackfillWorkflowImpl.class);
        workflows.registerActivitiesImplementations(
                new PlanningActivitiesImpl(database),
                new CommitActivitiesImpl(database),
                new FlushActivitiesImpl(database),
                new BackfillActivitiesImpl(database, new ChildWatcher(client, spec.search(), database)),
                new QueueActivitiesImpl(
                        client,
                        database,
                        endpoints.keySet(),
                        LastOutage.of(client.getWorkflowServiceStubs().getRawChannel())));
        int cores = Runtime.getRuntime().availableProcessors();
        Worker extractive = factory.newWorker(
                TaskQueues.endpoint(queue, TaskQueues.EXTRACTIVE),
                options(spec.version(database.storeId()), Math.max(2, cores)));
        extractive.registerActivitiesImplementations(
                new SummarizingActivitiesImpl(database, new WithoutModel(keyless)),
                new ExtractingActivitiesImpl(database, new KeylessExtractor()));
        // A queue an endpoint.
        endpoints.forEach((endpoint, same) -> factory.newWorker(
                        TaskQueues.endpoint(queue, endpoint), options(spec.version(database.storeId()), places(same)))
                .registerActivitiesImplementations(
                        new SummarizingActivitiesImpl(database, new WithModel(same, spec.redaction())),
                        new ExtractingActivitiesImpl(database, new ModelExtractor(same, spec.redaction()))));
        factory.start();
        besides(() -> WarmUp.store(database));
        besides(() -> {
            WarmUp.withoutModel();
            if (!models.isEmpty()) {
                WarmUp.withModel(spec.redaction().get());
            }
        });
        return new PithWorker(factory);
    }

    /** Beside everything else: a process may end before it is done. */
    private static void besides(Runnable warmUp) {
        Thread thread = new Thread(warmUp, "pith-warm-up");
        // Who closes the store meanwhile has no use for it any more, and whoever needs it meets its faults himself.
        thread.setUncaughtExceptionHandler((dead, cause) -> LOG.debug("warming up ended early", cause));
        thread.setDaemon(true);
        thread.start();
    }

    private static WorkerOptions options(Optional<WorkerDeploymentVersion> version, int places) {
        WorkerOptions.Builder options = WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(places)
                .setAllowActivityHeartbeatDuringShutdown(true);
        version.ifPresent(own -> options.setDeploymentOptions(WorkerDeploymentOptions.newBuilder()
                .setUseVersioning(true)
                .setVersion(own)
                // A flush or a backfill may run for days: its next step is the current version's. See WorkflowChange.
                .setDefaultVersioningBehavior(VersioningBehavior.AUTO_UPGRADE)
                .build()));
        return options.build();
    }

    /**
     * Twice as many places as an endpoint serves calls where it serves several: the next calls are prepared while others run,
     * and the urgent go first among them. Who else waits for a place waits in Temporal, where the urgent go first too.
     */
    private static int places(List<JournaledModel> same) {
        int served = same.stream()
                .mapToInt(model -> model.profile().concurrency())
                .max()
                .orElseThrow();
        return served == 1 ? 1 : 2 * served;
    }

    /** Takes no more work, at once; what runs goes on. */
    void takeNoMore() {
        factory.shutdown();
    }

    /** Waits until what runs has ended; false where that takes longer than this. */
    boolean awaitEnd(Duration longest) {
        factory.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
        return factory.isTerminated();
    }

    /** Interrupts what runs. */
    void abandon() {
        factory.shutdownNow();
    }

    /** Gives what runs a few seconds; what is interrupted then is found again by the next attempt. */
    @Override
    public void close() {
        takeNoMore();
        awaitEnd(Objects.requireNonNull(Drain.QUICK.longest()));
        abandon();
    }
}
