package dev.pith.workflows.backfill;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Runs a backfill. The workflow id allows one run per name at a time. */
@WorkflowInterface
public interface BackfillWorkflow {

    /**
     * Runs until every item has an outcome.
     *
     * @param checkpoint null on the first run; the state of the previous run after continue-as-new
     * @return the final progress
     */
    @WorkflowMethod(name = "Backfill")
    BackfillProgress run(BackfillRequest request, @Nullable BackfillCheckpoint checkpoint);

    /** Returns the running request. Its id differs from the caller's if another request came first. */
    @UpdateMethod
    BackfillRequest attach();

    /** Signals that the backfill's row or items were changed. */
    @SignalMethod
    void changed();

    /** Returns the progress of the backfill. */
    @QueryMethod
    BackfillProgress progress();
}
