package dev.pith.workflows.flush;

import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.List;

/** The flush workflow on Temporal's in-process test server, with rows in memory. */
final class Flushing implements AutoCloseable {

    private static final String QUEUE = "pith/test";
    private static final String ENDPOINT = "m1";

    final FakeRows rows = new FakeRows();
    private final TestWorkflowEnvironment environment = TestWorkflowEnvironment.newInstance();
    private final WorkflowStub workflow = environment
            .getWorkflowClient()
            .newUntypedWorkflowStub(
                    "MemoryFlush",
                    WorkflowOptions.newBuilder()
                            .setTaskQueue(QUEUE)
                            .setWorkflowId(QUEUE + "/memory-flush/c1")
                            .build());

    Flushing() {
        var worker = environment.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(MemoryFlushWorkflowImpl.class);
        worker.registerActivitiesImplementations(rows);
        environment
                .newWorker(TaskQueues.endpoint(QUEUE, TaskQueues.EXTRACTIVE))
                .registerActivitiesImplementations(rows);
        environment.newWorker(TaskQueues.endpoint(QUEUE, ENDPOINT)).registerActivitiesImplementations(rows);
        environment.start();
    }

    static FlushRange range(long from, long to) {
        return new FlushRange(from, "c1", from, to, "k1", null, 1, 1, 0);
    }

    /** One whose memories a model extracts. */
    static FlushRange range(long from, long to, OnModelFailure onFailure) {
        ModelUse model = new ModelUse("local", ENDPOINT, 32_000, 4_000, 300, 900, 6, onFailure, 20, false, null, null);
        return new FlushRange(from, "c1", from, to, "k1", model, 1, 1, 0);
    }

    Flushing with(FlushRange... ranges) {
        for (FlushRange range : ranges) {
            rows.add(range);
        }
        return this;
    }

    /** What it did when it ended. */
    FlushProgress ended() {
        start(List.of());
        return workflow.getResult(FlushProgress.class);
    }

    void start(List<String> waiters) {
        workflow.start("c1", waiters, null);
    }

    void awaitEnd() {
        workflow.getResult(Void.class);
    }

    void wake() {
        workflow.signal("wake", (Object) null);
    }

    FlushProgress progress() {
        return workflow.query("progress", FlushProgress.class);
    }

    @Override
    public void close() {
        environment.close();
    }
}
