package dev.pith.workflows.backfill;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** What a schedule starts: Temporal gives each of its runs an id of its own, a backfill has one a name. */
@WorkflowInterface
public interface ScheduledBackfillWorkflow {

    /** Runs the backfill to its end, unless one of its name is running already: then this time is skipped. */
    @WorkflowMethod(name = "ScheduledBackfill")
    void run(BackfillRequest request);
}
