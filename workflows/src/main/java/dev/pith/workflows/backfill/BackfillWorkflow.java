package dev.pith.workflows.backfill;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Works through a backfill. The workflow id allows one run per name at a time. */
@WorkflowInterface
public interface BackfillWorkflow {

    /**
     * Runs until every conversation has its outcome.
     *
     * @param checkpoint null on the first run; where the run before it stopped, after continue-as-new
     */
    @WorkflowMethod(name = "Backfill")
    BackfillProgress run(BackfillRequest request, @Nullable BackfillCheckpoint checkpoint);

    /** Returns the running request, which is another caller's where that came first. */
    @UpdateMethod
    BackfillRequest attach();

    /** Signals that the row or items were changed. */
    @SignalMethod
    void changed();

    /** The progress of the backfill. */
    @QueryMethod
    BackfillProgress progress();
}
