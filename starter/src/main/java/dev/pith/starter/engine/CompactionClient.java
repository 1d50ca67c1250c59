package dev.pith.starter.engine;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.Priorities;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.CompactionWorkflow;
import dev.pith.workflows.compaction.Progress;
import dev.pith.workflows.model.ModelUse;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.UpdateOptions;
import io.temporal.client.WithStartWorkflowOperation;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowUpdateStage;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Starts, follows and cancels compactions. Thread-safe. */
public final class CompactionClient {

    private final WorkflowClient client;
    private final SearchSupport search;
    private final Database database;
    private final Reconciliation reconciliation;

    public CompactionClient(WorkflowClient client, SearchSupport search, Database database) {
        this(client, search, database, new Reconciliation(database, client));
    }

    CompactionClient(WorkflowClient client, SearchSupport search, Database database, Reconciliation reconciliation) {
        this.client = client;
        this.search = search;
        this.database = database;
        this.reconciliation = reconciliation;
    }

    /**
     * A running compaction.
     *
     * @param attached whether it had already been started by an earlier request of the same kind
     */
    public record Running(CompactionRequest request, String workflowId, boolean attached) {}

    /** A different compaction of the same conversation is running. */
    public static final class DifferentRequestException extends RuntimeException {
        private static final long serialVersionUID = 1;

        DifferentRequestException(CompactionRequest running, List<String> differences) {
            this(
                    running.conversation(),
                    running.spec().strategy() == Strategy.GIST
                            ? "the gist of " + running.conversation() + " is being written"
                            : "conversation " + running.conversation() + " is being compacted",
                    differences);
        }

        private DifferentRequestException(String conversation, String what, List<String> differences) {
            super(what + " with another request ("
                    + String.join("; ", differences) + "): wait for it (pith watch " + conversation
                    + ") or cancel it (pith cancel " + conversation + ")");
        }
    }

    /** Starts a compaction, or attaches to the running one if its request is the same. */
    public Running start(String conversation, CompactionSpec spec) {
        return start(conversation, spec, StartPatience.QUIET);
    }

    /** Like the overload without {@code patience}, with this limit on the wait for Temporal. */
    public Running start(String conversation, CompactionSpec spec, StartPatience patience) {
        database.table(Compactions.class).present(conversation).stream()
                .filter(known -> known.running() && known.strategy().sharesWorkflowWith(spec.strategy()))
                .forEach(new Elsewhere(database)::requireHere);
        CompactionRequest request = new CompactionRequest(OpaqueId.next(), conversation, spec);
        CompactionWorkflow stub = client.newWorkflowStub(CompactionWorkflow.class, options(request));
        CompactionRequest running = patience.within(() -> WorkflowClient.executeUpdateWithStart(
                stub::attach,
                UpdateOptions.<CompactionRequest>newBuilder()
                        .setWaitForStage(WorkflowUpdateStage.COMPLETED)
                        .build(),
                new WithStartWorkflowOperation<>(stub::compact, request, null)));
        List<String> differences = spec.differencesTo(running.spec());
        if (!differences.isEmpty()) {
            throw new DifferentRequestException(running, differences);
        }
        return new Running(
                running,
                workflowId(conversation, spec.strategy()),
                !running.id().equals(request.id()));
    }

    /**
     * Returns a future that completes when the workflow has closed, in whatever state, with the reason if it failed.
     */
    public CompletableFuture<Optional<String>> ended(String conversation, Strategy strategy) {
        return client.newUntypedWorkflowStub(workflowId(conversation, strategy))
                .getResultAsync(CompactionResult.class)
                .handle((result, failure) -> Optional.ofNullable(failure).map(CompactionClient::reason));
    }

    private static String reason(Throwable failure) {
        return RootCause.of(failure) instanceof ApplicationFailure told
                ? told.getOriginalMessage()
                : RootCause.message(failure);
    }

    /** Returns the progress; empty if no worker answers or the workflow is gone. */
    public Optional<Progress> progress(String conversation, Strategy strategy) {
        return ProgressQuery.of(client, workflowId(conversation, strategy));
    }

    /** Returns a function that adds the current trouble of the compaction's model to its progress. */
    public UnaryOperator<Progress> trouble(CompactionRequest request) {
        ModelUse model = request.spec().model();
        return model == null ? UnaryOperator.identity() : new ModelTrouble(database, request.id(), model)::in;
    }

    /** Rebuilds the request of a stored compaction. */
    public CompactionRequest request(Compaction compaction) {
        return new CompactionRequest(compaction.id(), compaction.conversation(), RequestJson.spec(compaction));
    }

    /** Terminates the conversation's running compaction and gist, if there are any. */
    public void terminate(String conversation, String reason) {
        for (Strategy strategy : Strategy.WORKFLOWS) {
            OpenWorkflow.terminate(client, workflowId(conversation, strategy), reason);
        }
    }

    /** Requests cancellation of the running compaction and returns its id; empty if none runs. */
    public Optional<String> cancel(String conversation, Strategy strategy) {
        // Read from Temporal, not the store: a compaction that was just started has no row yet.
        String workflow = workflowId(conversation, strategy);
        Optional<String> running = OpenCompaction.of(client, workflow);
        try {
            if (running.isPresent()) {
                client.newUntypedWorkflowStub(workflow).cancel();
            }
            return running;
        } catch (WorkflowNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the stored compaction after its workflow has closed. Marks it as interrupted if the workflow terminated
     * without recording an outcome.
     */
    public Optional<Compaction> settled(String compaction) {
        Optional<Compaction> stored = stored(compaction);
        if (stored.filter(Compaction::running).isPresent()) {
            reconciliation.run();
        }
        return stored(compaction);
    }

    /** Returns whether the store has the compaction's outcome; its workflow may not have closed yet. */
    public boolean hasEnded(String compaction) {
        return stored(compaction).filter(known -> !known.running()).isPresent();
    }

    private Optional<Compaction> stored(String compaction) {
        return database.table(Compactions.class).find(compaction);
    }

    private String workflowId(String conversation, Strategy strategy) {
        return strategy.workflowId(database.storeId(), conversation);
    }

    private WorkflowOptions options(CompactionRequest request) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(request.conversation(), request.spec().strategy()))
                .setTaskQueue(TaskQueues.workflows(database.storeId()))
                .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setPriority(Priorities.INTERACTIVE)
                .setMemo(Map.of(WorkflowIds.COMPACTION_MEMO, request.id()))
                .setTypedSearchAttributes(
                        search.of(request.conversation(), request.spec().strategy()))
                .setStaticSummary(request.spec().strategy().verb() + " conversation " + request.conversation())
                .build();
    }
}
