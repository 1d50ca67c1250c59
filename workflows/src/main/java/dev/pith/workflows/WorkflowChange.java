package dev.pith.workflows;

import io.temporal.workflow.Workflow;

/**
 * Changes to workflow code that histories begun before do not hold. A run that began before a change goes on as it began;
 * Temporal notes in the history of every other that the change applies. An entry may go when no open workflow is older than it.
 */
public enum WorkflowChange {
    /** The parts of a split chunk, none of which the model wrote, are joined and written as one. */
    JOINED_PARTS("joined-parts");

    private final String id;

    WorkflowChange(String id) {
        this.id = id;
    }

    /** Whether it applies to the run that asks. Only for workflow code. */
    public boolean applies() {
        return Workflow.getVersion(id, Workflow.DEFAULT_VERSION, 1) == 1;
    }
}
