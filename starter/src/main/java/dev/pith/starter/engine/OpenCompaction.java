package dev.pith.starter.engine;

import dev.pith.workflows.WorkflowIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import java.util.Optional;

/** Which compaction a workflow is working on now, by what its memo says. */
final class OpenCompaction {

    private OpenCompaction() {}

    /** Its id; empty where the workflow has ended or is unknown to Temporal. */
    static Optional<String> of(WorkflowClient client, String workflowId) {
        return OpenWorkflow.of(client, workflowId).flatMap(OpenCompaction::named);
    }

    private static Optional<String> named(WorkflowExecutionDescription described) {
        return described.getMemo(WorkflowIds.COMPACTION_MEMO, String.class) instanceof String compaction
                ? Optional.of(compaction)
                : Optional.empty();
    }
}
