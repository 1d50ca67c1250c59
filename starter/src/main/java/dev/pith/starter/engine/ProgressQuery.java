package dev.pith.starter.engine;

import dev.pith.workflows.compaction.CompactionWorkflow;
import dev.pith.workflows.compaction.Progress;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Asks the workflow of a compaction for its progress. The SDK repeats a query that no worker answers for a minute; this
 * one is given up after two seconds, and not asked again for two more: many readers of one compaction must not hold a
 * thread each. Thread-safe.
 */
final class ProgressQuery {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(2);

    /** Ids of workflows that did not answer, with the time until which they are not asked. Ids are unique over stores. */
    private static final Map<String, Long> SILENT = new ConcurrentHashMap<>();

    private static final ScheduledExecutorService DEADLINES = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "pith-query-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    private ProgressQuery() {}

    /** Returns the progress; empty if no worker answers or the workflow is gone. */
    static Optional<Progress> of(WorkflowClient client, String workflowId) {
        long now = System.nanoTime();
        SILENT.values().removeIf(until -> now - until > 0);
        if (SILENT.containsKey(workflowId)) {
            return Optional.empty();
        }
        try {
            return Optional.of(within(() ->
                    client.newWorkflowStub(CompactionWorkflow.class, workflowId).progress()));
        } catch (WorkflowException | StatusRuntimeException e) {
            SILENT.put(workflowId, System.nanoTime() + SILENCE.toNanos());
            return Optional.empty();
        }
    }

    private static Progress within(Callable<Progress> query) {
        Context.CancellableContext context =
                Context.current().withDeadline(Deadline.after(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), DEADLINES);
        try {
            return context.call(query);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a query throws nothing else", e);
        } finally {
            context.cancel(null);
        }
    }
}
