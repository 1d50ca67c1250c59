package dev.pith.workflows.flush;

import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;

/** The signal to a workflow that waits for the flush of its conversation. */
public final class Flushed {

    /** The name of the signal. */
    public static final String SIGNAL = "flushed";

    private Flushed() {}

    /** Signals a workflow, if it is still running. */
    static void tell(String workflowId) {
        try {
            Workflow.newUntypedExternalWorkflowStub(workflowId).signal(SIGNAL);
        } catch (ApplicationFailure gone) {
            // An ended workflow no longer waits.
        }
    }
}
