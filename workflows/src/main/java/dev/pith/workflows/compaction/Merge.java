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

/**
 * Merges the chunk summaries into one: in one step, or by a tree of merges if one call cannot read all of them. If the
 * model fails, the merge is made without it.
 */
final class Merge {

    private final CompactionRequest request;
    private final Plan plan;
    private final PlanningActivities planning;
    private final Ladder ladder;

    Merge(CompactionRequest request, Plan plan, PlanningActivities planning, ProgressTracker progress) {
        this.request = request;
        this.plan = plan;
        this.planning = planning;
        this.ladder = new Ladder(request.spec().model(), progress);
    }

    void all() {
        // Checked even if the chunk summaries alone would fit: a merge also reads the earlier summary, and the known
        // window may have shrunk.
        if (request.spec().model() != null) {
            List<ChunkRef> groups = planning.groups(request, plan.mergeInput());
            while (!groups.isEmpty()) {
                inGroups(groups);
                groups = planning.groups(request, plan.mergeInput());
            }
        }
        climb(step -> activities(step, "Merge the chunk summaries").merge(new MergeTask(request, step)));
    }

    private void inGroups(List<ChunkRef> groups) {
        WorkflowSemaphore slots = Workflow.newWorkflowSemaphore(request.spec().concurrency());
        List<Promise<Void>> running = new ArrayList<>();
        for (ChunkRef group : groups) {
            running.add(Async.procedure(() -> {
                slots.acquire();
                try {
                    inGroup(group);
                } finally {
                    slots.release();
                }
            }));
        }
        Promise.allOf(running).get();
    }

    private void inGroup(ChunkRef group) {
        String summary = "Merge the summaries of messages %d to %d".formatted(group.fromSeq(), group.toSeq());
        climb(step -> activities(step, summary).mergeGroup(new ChunkTask(request, group, step, plan.chunkBudget())));
    }

    /** Merges without the model after an overflow, since a merge cannot be split like a chunk. */
    private void climb(Ladder.Attempt attempt) {
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
