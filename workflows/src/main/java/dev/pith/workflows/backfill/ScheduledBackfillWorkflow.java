package dev.pith.workflows.backfill;

import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * The workflow that a schedule starts. It wraps the backfill, because Temporal gives each scheduled run an id of its
 * own, while a backfill has one workflow id per name.
 */
@WorkflowInterface
public interface ScheduledBackfillWorkflow {

    /** Runs the backfill to its end. Skips this run if the backfill of this name is already running. */
    @WorkflowMethod(name = "ScheduledBackfill")
    void run(BackfillRequest request);
}
