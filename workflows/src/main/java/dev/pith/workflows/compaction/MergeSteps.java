package dev.pith.workflows.compaction;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.FailureType;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.Rung;
import dev.pith.workflows.model.Step;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowSemaphore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs activities that make one summary of several: with bounded parallelism, and without the model if that fails. */
final class MergeSteps {

    /** One attempt at a merge. */
    interface Call {
        Attempted on(SummarizingActivities activities, Step step);
    }

    /** A merge of one group. */
    interface GroupMerge<T> {
        void of(T group);
    }

    private final CompactionRequest request;
    private final Ladder ladder;

    MergeSteps(CompactionRequest request, ProgressTracker progress) {
        this.request = request;
        this.ladder = new Ladder(request.spec().model(), progress);
    }

    <T> void each(List<T> groups, GroupMerge<T> merge) {
        WorkflowSemaphore slots = Workflow.newWorkflowSemaphore(request.spec().concurrency());
        List<Promise<Void>> running = new ArrayList<>();
        for (T group : groups) {
            running.add(Async.procedure(() -> {
                slots.acquire();
                try {
                    merge.of(group);
                } finally {
                    slots.release();
                }
            }));
        }
        Promise.allOf(running).get();
    }

    /** Merges without the model after an overflow, since a merge cannot be split like a chunk. */
    void climb(String summary, Call call) {
        Ladder.Attempt attempt = step -> call.on(activities(step, summary), step);
        try {
            ladder.climb(attempt);
        } catch (ActivityFailure failure) {
            if (!FailureType.CONTEXT_OVERFLOW.is(failure)) {
                throw failure;
            }
            ladder.withoutModel(failure, attempt);
        }
    }

    private SummarizingActivities activities(Step step, String summary) {
        @Nullable
        ModelUse model = step.rung() == Rung.EXTRACTIVE ? null : request.spec().model();
        String queue = TaskQueues.endpoint(
                Workflow.getInfo().getTaskQueue(), model == null ? TaskQueues.EXTRACTIVE : model.endpoint());
        return Workflow.newActivityStub(
                SummarizingActivities.class, ActivityPolicies.merge(queue, summary, ModelUse.callTime(model)));
    }
}
