package dev.pith.workflows.backfill;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Works through a backfill: at most one at a time of a name, because its id is the workflow's id. */
@WorkflowInterface
public interface BackfillWorkflow {

    /**
     * Runs until every conversation has its outcome.
     *
     * @param checkpoint null on the first run; where the run before it stopped, after continue-as-new
     */
    @WorkflowMethod(name = "Backfill")
    BackfillProgress run(BackfillRequest request, @Nullable BackfillCheckpoint checkpoint);

    /** The request that is running, once it has begun; it is not the caller's where another came first. */
    @UpdateMethod
    BackfillRequest attach();

    /** Its row or its items were changed: it looks at once. */
    @SignalMethod
    void changed();

    /** Where it stands. */
    @QueryMethod
    BackfillProgress progress();
}
