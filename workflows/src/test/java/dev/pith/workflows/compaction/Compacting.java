package dev.pith.workflows.compaction;

import dev.pith.workflows.FlushMode;
import dev.pith.workflows.SearchKeys;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.flush.FakeRows;
import dev.pith.workflows.flush.MemoryFlushWorkflowImpl;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The compaction workflow on Temporal's in-process test server, with fakes behind its ports. */
final class Compacting implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String QUEUE = "pith/test";
    private static final String ENDPOINT = "m1";

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final FakeStore store;
    final FakeRows flushes = new FakeRows();
    final FakeSummarizing summarizing = new FakeSummarizing(calls);
    final FakeLayers layers = new FakeLayers(calls);
    final FakeQueues queues = new FakeQueues();
    private final TestWorkflowEnvironment environment;
    private final WorkflowStub workflow;

    Compacting(Decision decision, int chunks) {
        this(FakeStore.plan(decision, chunks));
    }

    Compacting(Plan plan) {
        store = new FakeStore(plan, calls);
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder();
        SearchKeys.all().forEach(key -> options.registerSearchAttribute(key.getName(), key.getValueType()));
        environment = TestWorkflowEnvironment.newInstance(options.build());
        var worker = environment.newWorker(QUEUE);
        worker.registerWorkflowImplementationTypes(CompactionWorkflowImpl.class, MemoryFlushWorkflowImpl.class);
        worker.registerActivitiesImplementations(store, layers, flushes, queues);
        environment
                .newWorker(TaskQueues.endpoint(QUEUE, TaskQueues.EXTRACTIVE))
                .registerActivitiesImplementations(summarizing, flushes);
        environment.newWorker(TaskQueues.endpoint(QUEUE, ENDPOINT)).registerActivitiesImplementations(summarizing);
        environment.start();
        workflow = environment
                .getWorkflowClient()
                .newUntypedWorkflowStub(
                        "Compaction",
                        WorkflowOptions.newBuilder()
                                .setTaskQueue(QUEUE)
                                .setWorkflowId("compaction/c1")
                                .setTypedSearchAttributes(SearchSupport.REGISTERED.of("c1", Strategy.ROLLING))
                                .build());
    }

    static CompactionRequest request(int concurrency) {
        return new CompactionRequest(
                "k1", "c1", new CompactionSpec(Strategy.ROLLING, null, null, null, concurrency, Sizes.defaults()));
    }

    /** One whose texts a model writes. */
    static CompactionRequest request(int concurrency, OnModelFailure onFailure) {
        ModelUse model = new ModelUse("local", ENDPOINT, 32_000, 4_000, 300, 900, 6, onFailure, 20, false, null, null);
        return new CompactionRequest(
                "k1", "c1", new CompactionSpec(Strategy.ROLLING, null, null, model, concurrency, Sizes.defaults()));
    }

    Compacting asking(int concurrency, OnModelFailure onFailure) {
        workflow.start(request(concurrency, onFailure), null);
        return this;
    }

    Compacting flushing(FlushMode mode) {
        CompactionRequest plain = request(4);
        workflow.start(
                new CompactionRequest(
                        plain.id(), plain.conversation(), plain.spec().flushed(mode)),
                null);
        return this;
    }

    /** A gist, which makes no context version. */
    Compacting gist(FlushMode mode) {
        CompactionRequest plain = request(4);
        CompactionSpec gist = plain.spec().flushed(mode).gist(GistSpec.defaults());
        workflow.start(new CompactionRequest(plain.id(), plain.conversation(), gist), null);
        return this;
    }

    /** Layers, one call at a time. */
    Compacting layered() {
        CompactionRequest plain = request(1);
        CompactionSpec spec = plain.spec().flushed(FlushMode.OFF).layered(LayeredSpec.defaults());
        workflow.start(new CompactionRequest(plain.id(), plain.conversation(), spec), null);
        return this;
    }

    Compacting preview() {
        CompactionRequest plain = request(4);
        workflow.start(
                new CompactionRequest(
                        plain.id(), plain.conversation(), plain.spec().previewed()),
                null);
        return this;
    }

    Compacting start(int concurrency) {
        return start(concurrency, null);
    }

    Compacting start(int concurrency, @Nullable Checkpoint checkpoint) {
        workflow.start(request(concurrency), checkpoint);
        return this;
    }

    CompactionResult result() {
        return workflow.getResult(CompactionResult.class);
    }

    Progress progress() {
        return workflow.query("progress", Progress.class);
    }

    CompactionRequest attach() {
        return workflow.update("attach", CompactionRequest.class);
    }

    void cancel() {
        workflow.cancel();
    }

    List<HistoryEvent> history() {
        return environment
                .getWorkflowClient()
                .fetchHistory(workflow.getExecution().getWorkflowId())
                .getEvents();
    }

    /** Waits inside a fake; a test that forgot to open the latch fails instead of hanging. */
    static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("nobody opened the latch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        environment.close();
    }
}
