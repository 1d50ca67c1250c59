package dev.pith.starter.engine;

import dev.pith.activities.compaction.WarmUp;
import dev.pith.activities.compaction.WithModel;
import dev.pith.activities.compaction.WithoutModel;
import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.memory.asking.ModelExtractor;
import dev.pith.activities.memory.keyless.KeylessExtractor;
import dev.pith.activities.store.Database;
import dev.pith.activities.summarizing.Summarizer;
import dev.pith.activities.temporal.ActivityGuard;
import dev.pith.activities.temporal.BackfillActivitiesImpl;
import dev.pith.activities.temporal.CommitActivitiesImpl;
import dev.pith.activities.temporal.ExtractingActivitiesImpl;
import dev.pith.activities.temporal.FlushActivitiesImpl;
import dev.pith.activities.temporal.LayeringActivitiesImpl;
import dev.pith.activities.temporal.PlanningActivitiesImpl;
import dev.pith.activities.temporal.PruningActivitiesImpl;
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
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerDeploymentOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Temporal worker of one store: its workflows, its short store activities, and the summarizers with and without a
 * model.
 */
public final class PithWorker implements AutoCloseable {

    /**
     * How often the SDK checks whether a shutdown step is complete. There are several steps, and every command waits
     * for them.
     */
    private static final Duration STOP_CHECK = Duration.ofMillis(10);

    private static final Logger LOG = LoggerFactory.getLogger(PithWorker.class);

    /**
     * How long a workflow's thread may get no processor. The SDK's default of a second is too short for a loaded machine:
     * each time, the step is done again from the history.
     */
    private static final Duration STARVED = Duration.ofSeconds(5);

    private final WorkerFactory factory;

    private PithWorker(WorkerFactory factory) {
        this.factory = factory;
    }

    /** Starts a worker that removes secrets from what is sent to models. */
    public static PithWorker start(
            WorkflowClient client, Database database, Summarizer keyless, List<JournaledModel> models) {
        return start(client, database, keyless, models, WorkerSpec.defaults());
    }

    /** Starts a worker. */
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
                        .setWorkerInterceptors(interceptors(spec))
                        .build());
        String queue = TaskQueues.workflows(database.storeId());
        Map<String, List<JournaledModel>> endpoints = models.stream()
                .collect(Collectors.groupingBy(model -> model.profile().endpoint()));
        Worker workflows = factory.newWorker(queue, options(spec.version(database.storeId()), 20));
        workflows.registerWorkflowImplementationTypes(
                WorkflowDefects.options(),
                spec.buildId() == null ? CompactionWorkflowImpl.class : PinnedCompactionWorkflow.class,
                MemoryFlushWorkflowImpl.class,
                BackfillWorkflowImpl.class,
                ScheduledBackfillWorkflowImpl.class);
        workflows.registerActivitiesImplementations(
                new PlanningActivitiesImpl(database),
                new LayeringActivitiesImpl(database),
                new PruningActivitiesImpl(database),
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
        // One task queue for each endpoint.
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

    private static WorkerInterceptor[] interceptors(WorkerSpec spec) {
        return Stream.concat(Stream.of(new ActivityGuard()), spec.interceptors().stream())
                .toArray(WorkerInterceptor[]::new);
    }

    /** Runs the warm-up in the background; the process may end before it completes. */
    private static void besides(Runnable warmUp) {
        Thread thread = new Thread(warmUp, "pith-warm-up");
        // If the store is closed meanwhile, the warm-up is not needed. Later users of the classes get the same errors.
        thread.setUncaughtExceptionHandler((dead, cause) -> LOG.debug("warming up ended early", cause));
        thread.setDaemon(true);
        thread.start();
    }

    private static WorkerOptions options(Optional<WorkerDeploymentVersion> version, int places) {
        WorkerOptions.Builder options = WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(places)
                .setDefaultDeadlockDetectionTimeout(STARVED.toMillis())
                .setAllowActivityHeartbeatDuringShutdown(true);
        version.ifPresent(own -> options.setDeploymentOptions(WorkerDeploymentOptions.newBuilder()
                .setUseVersioning(true)
                .setVersion(own)
                // A flush or a backfill may run for days, so its next step runs on the current version. See
                // WorkflowChange.
                .setDefaultVersioningBehavior(VersioningBehavior.AUTO_UPGRADE)
                .build()));
        return options.build();
    }

    /**
     * Returns the number of activity slots: twice the concurrency of an endpoint that serves several calls. The next
     * calls are then prepared while others run, and urgent ones go first among them. All other tasks wait in Temporal,
     * which also orders by priority.
     */
    private static int places(List<JournaledModel> same) {
        int served = same.stream()
                .mapToInt(model -> model.profile().concurrency())
                .max()
                .orElseThrow();
        return served == 1 ? 1 : 2 * served;
    }

    /** Stops polling immediately; running work continues. */
    void takeNoMore() {
        factory.shutdown();
    }

    /**
     * Waits until running work has ended.
     *
     * @return false if that takes longer than {@code longest}
     */
    boolean awaitEnd(Duration longest) {
        factory.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
        return factory.isTerminated();
    }

    /** Interrupts running work. */
    void abandon() {
        factory.shutdownNow();
    }

    /** Gives running work a few seconds to end, then interrupts it; the next attempt finds what it has stored. */
    @Override
    public void close() {
        takeNoMore();
        awaitEnd(Objects.requireNonNull(Drain.QUICK.longest()));
        abandon();
    }
}
