package dev.pith.starter.engine;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.store.Database;
import dev.pith.workflows.Priorities;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.backfill.BackfillProgress;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.backfill.BackfillWorkflow;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowUpdateStage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts backfills and signals changes to their workflows. Thread-safe. */
public final class BackfillClient {

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final WorkflowClient client;
    private final SearchSupport search;
    private final Database database;
    private final Reconciliation reconciliation;

    public BackfillClient(WorkflowClient client, SearchSupport search, Database database) {
        this(client, search, database, new Reconciliation(database, client));
    }

    BackfillClient(WorkflowClient client, SearchSupport search, Database database, Reconciliation reconciliation) {
        this.client = client;
        this.search = search;
        this.database = database;
        this.reconciliation = reconciliation;
    }

    /**
     * A running backfill.
     *
     * @param attached whether the run had already been started by an earlier request
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

    /** Starts a run, or attaches to the running one if its request is the same. */
    public Running start(String name, BackfillSpec spec, Taking taking, int maxInFlight) {
        return start(name, spec, taking, maxInFlight, StartPatience.QUIET);
    }

    /** Like the overload without {@code patience}, with this limit on the wait for Temporal. */
    public Running start(String name, BackfillSpec spec, Taking taking, int maxInFlight, StartPatience patience) {
        database.table(Backfills.class).find(name).ifPresent(new Elsewhere(database)::requireHere);
        Running running = attempt(name, spec, taking, maxInFlight, patience);
        // The run has recorded its outcome, but its workflow has not closed yet.
        for (int closing = 0; running.attached() && !running.backfill().running() && closing < 3; closing++) {
            awaitClosed(name);
            running = attempt(name, spec, taking, maxInFlight, patience);
        }
        return running;
    }

    private Running attempt(String name, BackfillSpec spec, Taking taking, int maxInFlight, StartPatience patience) {
        BackfillRequest request = new BackfillRequest(OpaqueId.next(), name, spec, taking, maxInFlight);
        BackfillWorkflow stub = client.newWorkflowStub(BackfillWorkflow.class, options(name, spec));
        BackfillRequest running = patience.within(() -> WorkflowClient.executeUpdateWithStart(
                stub::attach,
                UpdateOptions.<BackfillRequest>newBuilder()
                        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                        .build(),
                new WithStartWorkflowOperation<>(stub::run, request, null)));
        Backfill row = database.table(Backfills.class).find(name).orElseThrow();
        List<String> differences = spec.differencesTo(running.spec());
        if (row.running() && !differences.isEmpty()) {
            throw new DifferentBackfillException(name, differences);
        }
        return new Running(row, !running.id().equals(request.id()));
    }

    /** Signals the workflow that its row or items changed. Does nothing if the workflow has ended. */
    public void tell(String name) {
        try {
            client.newWorkflowStub(BackfillWorkflow.class, workflowId(name)).changed();
        } catch (WorkflowNotFoundException e) {
            // The workflow has already ended.
        }
    }

    /** Marks a backfill as interrupted if the store has it as running but its workflow is gone. */
    public void settle(Backfill backfill) {
        try {
            if (!OpenWorkflow.is(client, workflowId(backfill.name()))) {
                reconciliation.run();
            }
        } catch (StatusRuntimeException | WorkflowServiceException e) {
            // Without an answer from the server the state is unknown.
        }
    }

    private void awaitClosed(String name) {
        try {
            client.newUntypedWorkflowStub(workflowId(name))
                    .getResult(CLOSING.toSeconds(), TimeUnit.SECONDS, BackfillProgress.class);
        } catch (WorkflowException | TimeoutException e) {
            // The result does not matter: the next attempt shows whether the workflow has closed.
        }
    }

    private String workflowId(String name) {
        return WorkflowIds.backfill(TaskQueues.workflows(database.storeId()), name);
    }

    private WorkflowOptions options(String name, BackfillSpec spec) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(name))
                .setTaskQueue(TaskQueues.workflows(database.storeId()))
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setPriority(Priorities.BACKGROUND)
                .setTypedSearchAttributes(search.of(spec.compaction().strategy()))
                .setStaticSummary("Backfill " + name)
                .build();
    }
}
