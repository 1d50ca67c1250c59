package dev.pith.workflows.backfill;

import dev.pith.workflows.Priorities;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.WorkflowIds;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;

/**
 * Starts the backfill as a child and waits for it, so that the schedule knows the run's duration and skips overlapping
 * runs.
 */
public final class ScheduledBackfillWorkflowImpl implements ScheduledBackfillWorkflow {

    @Override
    public void run(BackfillRequest request) {
        BackfillWorkflow backfill = Workflow.newChildWorkflowStub(BackfillWorkflow.class, options(request));
        Promise<BackfillProgress> ended = Async.function(backfill::run, request, null);
        try {
            Workflow.getWorkflowExecution(backfill).get();
        } catch (ChildWorkflowFailure running) {
            Workflow.setCurrentDetails("skipped: the backfill is running already");
            return;
        }
        ended.get();
    }

    private static ChildWorkflowOptions options(BackfillRequest request) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(WorkflowIds.backfill(Workflow.getInfo().getTaskQueue(), request.name()))
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setPriority(Priorities.BACKGROUND)
                .setTypedSearchAttributes(SearchSupport.ofThisWorkflow()
                        .of(request.spec().compaction().strategy()))
                .setStaticSummary("Backfill " + request.name())
                .build();
    }
}
