package dev.pith.benchmarks;

import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.backfill.BackfillWorkflowImpl;
import dev.pith.workflows.compaction.CompactionWorkflowImpl;
import dev.pith.workflows.flush.MemoryFlushWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.NonDeterministicException;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What {@link dev.pith.starter.engine.PithWorker} is, with activities that do nothing: the same workflows, queues and limits.
 * What Temporal and its SDK take for a backfill by themselves.
 */
final class EmptyWorker implements AutoCloseable {

    private final WorkerFactory factory;

    EmptyWorker(WorkflowClient client, String queue, List<String> conversations) {
        factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setShutdownCheckInterval(Duration.ofMillis(10))
                        .build());
        Worker workflows = factory.newWorker(queue, limited(20));
        workflows.registerWorkflowImplementationTypes(
                WorkflowImplementationOptions.newBuilder()
                        .setFailWorkflowExceptionTypes(NonDeterministicException.class)
                        .build(),
                CompactionWorkflowImpl.class,
                MemoryFlushWorkflowImpl.class,
                BackfillWorkflowImpl.class);
        EmptyRows rows = new EmptyRows(conversations);
        workflows.registerActivitiesImplementations(rows);
        int cores = Runtime.getRuntime().availableProcessors();
        factory.newWorker(TaskQueues.endpoint(queue, TaskQueues.EXTRACTIVE), limited(Math.max(2, cores)))
                .registerActivitiesImplementations(new EmptyWriting(rows));
        factory.start();
    }

    private static WorkerOptions limited(int activities) {
        return WorkerOptions.newBuilder()
                .setMaxConcurrentActivityExecutionSize(activities)
                .setAllowActivityHeartbeatDuringShutdown(true)
                .build();
    }

    @Override
    public void close() {
        factory.shutdown();
        factory.awaitTermination(10, TimeUnit.SECONDS);
        factory.shutdownNow();
    }
}
