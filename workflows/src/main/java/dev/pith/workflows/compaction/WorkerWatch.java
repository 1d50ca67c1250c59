package dev.pith.workflows.compaction;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.model.ModelUse;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Watches, beside work with a model, whether any worker takes it. A failing watch does not affect the work. */
final class WorkerWatch {

    /** Most work is over by then; and a worker that has just started is not known to Temporal at once. */
    private static final Duration FIRST = Duration.ofSeconds(10);

    private final @Nullable ModelUse model;
    private final ProgressTracker progress;
    private final QueueActivities queues =
            Workflow.newActivityStub(QueueActivities.class, ActivityPolicies.watch("Does a worker call the model?"));

    WorkerWatch(@Nullable ModelUse model, ProgressTracker progress) {
        this.model = model;
        this.progress = progress;
    }

    /** Runs the work, and watches until it is done. Work without a model needs no watch, since every worker takes it. */
    void during(Runnable work) {
        if (model == null) {
            work.run();
            return;
        }
        String endpoint = model.endpoint();
        CancellationScope watch = Workflow.newCancellationScope(() -> Async.procedure(this::watch, endpoint));
        watch.run();
        try {
            work.run();
        } finally {
            watch.cancel();
        }
    }

    private void watch(String endpoint) {
        CancellationScope own = CancellationScope.current();
        try {
            Workflow.sleep(FIRST);
            while (!own.isCancelRequested()) {
                queues.awaitNobody(endpoint);
                if (!own.isCancelRequested()) {
                    progress.waitForWorker();
                    queues.awaitSomebody(endpoint);
                    progress.goOn();
                }
            }
        } catch (CanceledFailure | ActivityFailure over) {
            // The work is done, or nobody can tell: then it goes on unwatched.
        }
    }
}
