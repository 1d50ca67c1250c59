package dev.pith.workflows.flush;

import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;

/** The signal to a workflow that waits for the flush of its conversation. */
public final class Flushed {

    /** Its name. */
    public static final String SIGNAL = "flushed";

    private Flushed() {}

    /** Tells it, if it is still there. */
    static void tell(String workflowId) {
        try {
            Workflow.newUntypedExternalWorkflowStub(workflowId).signal(SIGNAL);
        } catch (ApplicationFailure gone) {
            // Who has ended no longer waits.
        }
    }
}
