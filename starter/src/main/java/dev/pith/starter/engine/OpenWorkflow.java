package dev.pith.starter.engine;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Optional;

/** Looks up open workflows in Temporal. */
final class OpenWorkflow {

    private OpenWorkflow() {}

    /** Returns the description of a workflow; empty if it has ended or is unknown. */
    static Optional<WorkflowExecutionDescription> of(WorkflowClient client, String workflowId) {
        try {
            WorkflowExecutionDescription described =
                    client.newUntypedWorkflowStub(workflowId).describe();
            return described.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                    ? Optional.of(described)
                    : Optional.empty();
        } catch (WorkflowNotFoundException e) {
            return Optional.empty();
        }
    }

    static boolean is(WorkflowClient client, String workflowId) {
        return of(client, workflowId).isPresent();
    }
}
