package dev.pith.starter.engine;

import dev.pith.workflows.WorkflowIds;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import java.util.Optional;

/** Which compaction a workflow is working on now, by what its memo says. */
final class OpenCompaction {

    private OpenCompaction() {}

    /** Its id; empty where the workflow has ended or is unknown to Temporal. */
    static Optional<String> of(WorkflowClient client, String workflowId) {
        try {
            WorkflowExecutionDescription described =
                    client.newUntypedWorkflowStub(workflowId).describe();
            boolean open = described.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
            return open && described.getMemo(WorkflowIds.COMPACTION_MEMO, String.class) instanceof String compaction
                    ? Optional.of(compaction)
                    : Optional.empty();
        } catch (WorkflowNotFoundException e) {
            return Optional.empty();
        }
    }
}
