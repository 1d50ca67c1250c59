package dev.pith.starter.engine;

import dev.pith.workflows.WorkflowIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import java.util.Optional;

/** Reads from a workflow's memo which compaction it is working on. */
final class OpenCompaction {

    private OpenCompaction() {}

    /** Returns the id of the compaction; empty if the workflow has ended or is unknown to Temporal. */
    static Optional<String> of(WorkflowClient client, String workflowId) {
        return OpenWorkflow.of(client, workflowId).flatMap(OpenCompaction::named);
    }

    private static Optional<String> named(WorkflowExecutionDescription described) {
        return described.getMemo(WorkflowIds.COMPACTION_MEMO, String.class) instanceof String compaction
                ? Optional.of(compaction)
                : Optional.empty();
    }
}
