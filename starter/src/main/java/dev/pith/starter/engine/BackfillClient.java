package dev.pith.starter.engine;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.store.Backfill;
import dev.pith.activities.store.Backfills;
import dev.pith.activities.store.Database;
import dev.pith.workflows.Priorities;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.BackfillWorkflow;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateStage;
import java.util.List;

/** Starts backfills and tells them of changes. Thread-safe. */
public final class BackfillClient {

    private final WorkflowClient client;
    private final Database database;

    public BackfillClient(WorkflowClient client, Database database) {
        this.client = client;
        this.database = database;
    }

    /**
     * A backfill that runs.
     *
     * @param attached it ran before
     */
    public record Running(Backfill backfill, boolean attached) {}

    /** Another backfill of the same name is running. */
    public static final class DifferentBackfillException extends RuntimeException {
        private static final long serialVersionUID = 1;

        DifferentBackfillException(String name, List<String> differences) {
            super("backfill " + name + " is running with another request (" + String.join("; ", differences)
                    + "): choose another name (--name), wait for it (pith backfill watch " + name
                    + ") or cancel it (pith backfill cancel " + name + ")");
        }
    }

    /** Starts a run, or attaches to the one that goes on if it was asked for in the same way. */
    public Running start(String name, BackfillSpec spec, Taking taking, int maxInFlight) {
        BackfillRequest request = new BackfillRequest(OpaqueId.next(), name, spec, taking, maxInFlight);
        BackfillWorkflow stub = client.newWorkflowStub(BackfillWorkflow.class, options(name));
        BackfillRequest running = WorkflowClient.executeUpdateWithStart(
                stub::attach,
                UpdateOptions.<BackfillRequest>newBuilder()
                        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                        .build(),
                new WithStartWorkflowOperation<>(stub::run, request, null));
        List<String> differences = spec.differencesTo(running.spec());
        if (!differences.isEmpty()) {
            throw new DifferentBackfillException(name, differences);
        }
        Backfill row = database.table(Backfills.class).find(name).orElseThrow();
        return new Running(row, !running.id().equals(request.id()));
    }

    /** Its row or items changed: it looks at once. What has ended by itself needs no telling. */
    public void tell(String name) {
        try {
            client.newWorkflowStub(BackfillWorkflow.class, workflowId(name)).changed();
        } catch (WorkflowNotFoundException e) {
            // It has ended by itself.
        }
    }

    private String workflowId(String name) {
        return WorkflowIds.backfill(TaskQueues.workflows(database.storeId()), name);
    }

    private WorkflowOptions options(String name) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(name))
                .setTaskQueue(TaskQueues.workflows(database.storeId()))
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setPriority(Priorities.BACKGROUND)
                .setStaticSummary("Backfill " + name)
                .build();
    }
}
