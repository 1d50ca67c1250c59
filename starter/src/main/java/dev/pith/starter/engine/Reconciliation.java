package dev.pith.starter.engine;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.compaction.Outcome;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;

/** Holds the store's running compactions against Temporal: one whose workflow is gone becomes INTERRUPTED. */
final class Reconciliation {

    /** The memo field that names the compaction of a workflow. */
    static final String MEMO_COMPACTION = "compaction";

    private Reconciliation() {}

    static void run(Database database, WorkflowClient client) {
        Compactions compactions = database.table(Compactions.class);
        for (Compaction running : compactions.running()) {
            if (!isOpen(client, database.storeId(), running)) {
                compactions.end(
                        running.id(),
                        Outcome.INTERRUPTED.name(),
                        null,
                        running.tokensBefore(),
                        "its workflow is gone from Temporal: start it again, finished chunks are reused");
            }
        }
    }

    private static boolean isOpen(WorkflowClient client, String storeId, Compaction running) {
        try {
            WorkflowExecutionDescription described = client.newUntypedWorkflowStub(
                            WorkflowIds.compaction(storeId, running.conversation()))
                    .describe();
            return described.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                    && running.id().equals(described.getMemo(MEMO_COMPACTION, String.class));
        } catch (WorkflowNotFoundException e) {
            return false;
        }
    }
}
