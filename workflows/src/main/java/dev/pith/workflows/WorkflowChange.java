package dev.pith.workflows;

import io.temporal.workflow.Workflow;

/**
 * Versioned changes of workflow code, by {@code Workflow.getVersion}. A run that began before a change keeps the old
 * behavior; newer runs record the change in their histories. An entry may be removed when no open workflow is older
 * than it.
 */
public enum WorkflowChange {
    /** If the model wrote no part of a split chunk, the chunk is restored and summarized as one. */
    JOINED_PARTS("joined-parts");

    private final String id;

    WorkflowChange(String id) {
        this.id = id;
    }

    /** Returns whether the change applies to the running workflow. Only for workflow code. */
    public boolean applies() {
        return Workflow.getVersion(id, Workflow.DEFAULT_VERSION, 1) == 1;
    }
}
