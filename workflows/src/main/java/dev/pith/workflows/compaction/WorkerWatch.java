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

/**
 * Watches, in parallel to work with a model, whether any worker takes it. A failing watch does not affect the work.
 */
final class WorkerWatch {

    /** The delay of the first check: most work has ended by then, and Temporal does not list a new worker at once. */
    private static final Duration FIRST = Duration.ofSeconds(10);

    private final @Nullable ModelUse model;
    private final ProgressTracker progress;
    private final QueueActivities queues =
            Workflow.newActivityStub(QueueActivities.class, ActivityPolicies.watch("Does a worker call the model?"));

    WorkerWatch(@Nullable ModelUse model, ProgressTracker progress) {
        this.model = model;
        this.progress = progress;
    }

    /**
     * Runs the work, and watches until it is done. Does not watch work without a model, since every worker takes that.
     */
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
            // The work is done, or the workers cannot be listed: the work goes on unwatched.
        }
    }
}
