package dev.pith.starter.engine;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.RequestJson;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.workflows.Priorities;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.flush.FlushProgress;
import dev.pith.workflows.flush.MemoryFlushWorkflow;
import dev.pith.workflows.model.ModelUse;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.BatchRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests memory flushes, and wakes, watches and cancels their workflows. Thread-safe. */
public final class FlushClient {

    private final WorkflowClient client;
    private final SearchSupport search;
    private final Database database;

    public FlushClient(WorkflowClient client, SearchSupport search, Database database) {
        this.client = client;
        this.search = search;
        this.database = database;
    }

    /**
     * Requests the flush of everything in a conversation that has not been flushed. Waiting and abandoned flushes are
     * retried.
     *
     * @param model the model that extracts memories; null for none
     */
    public void request(String conversation, @Nullable ModelUse model) {
        request(conversation, model, StartPatience.QUIET);
    }

    /** Like the overload without {@code patience}, with this limit on the wait for Temporal. */
    public void request(String conversation, @Nullable ModelUse model, StartPatience patience) {
        database.transact(handle -> {
            Conversation row = handle.attach(Conversations.class)
                    .lock(conversation)
                    .orElseThrow(() -> new UnknownConversationException(conversation));
            Flushes flushes = handle.attach(Flushes.class);
            flushes.again(conversation, RequestJson.of(model));
            return flushes.request(conversation, row.messages(), null, RequestJson.of(model));
        });
        wake(conversation, patience);
    }

    /** Signals the conversation's flush workflow to read its pending flushes; starts the workflow if none runs. */
    public void wake(String conversation) {
        wake(conversation, StartPatience.QUIET);
    }

    private void wake(String conversation, StartPatience patience) {
        MemoryFlushWorkflow workflow = client.newWorkflowStub(MemoryFlushWorkflow.class, options(conversation));
        BatchRequest startOrTell = client.newSignalWithStartRequest();
        startOrTell.add(workflow::flush, conversation, List.<String>of(), (FlushProgress) null);
        startOrTell.add(workflow::wake, (String) null);
        patience.within(() -> client.signalWithStart(startOrTell));
    }

    /** Terminates the conversation's flush workflow, if one runs. */
    public void terminate(String conversation, String reason) {
        OpenWorkflow.terminate(client, workflowId(conversation), reason);
    }

    /** Starts the workflow if none runs. A running one already knows what it waits for. */
    void wakeIfGone(String conversation) {
        if (!OpenWorkflow.is(client, workflowId(conversation))) {
            wake(conversation);
        }
    }

    /**
     * Wakes the workflows of all waiting flushes: they may be gone with their Temporal, or may never have got the
     * signal.
     *
     * @return the ids of the conversations
     */
    public List<String> wakeWaiting() {
        List<String> waiting = database.table(Flushes.class).waiting();
        waiting.forEach(this::wake);
        return waiting;
    }

    /** Returns the progress of a conversation's flush workflow; empty if none runs or no worker answers. */
    public Optional<FlushProgress> progress(String conversation) {
        try {
            return Optional.of(client.newWorkflowStub(MemoryFlushWorkflow.class, workflowId(conversation))
                    .progress());
        } catch (WorkflowException | io.grpc.StatusRuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Terminates the workflow that flushes a conversation; its ranges in the store stay as they are. The workflow has
     * closed when this returns. A workflow that was only asked to cancel might still accept the next signal and never
     * act on it.
     */
    public void cancel(String conversation) {
        try {
            client.newUntypedWorkflowStub(workflowId(conversation))
                    .terminate("canceled, what is left stays in the store");
        } catch (WorkflowNotFoundException e) {
            // The workflow has already ended.
        }
    }

    private String workflowId(String conversation) {
        return WorkflowIds.flush(TaskQueues.workflows(database.storeId()), conversation);
    }

    private WorkflowOptions options(String conversation) {
        return WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(conversation))
                .setTaskQueue(TaskQueues.workflows(database.storeId()))
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setPriority(Priorities.BACKGROUND)
                .setTypedSearchAttributes(search.of(conversation))
                .setStaticSummary("Write the memories of conversation " + conversation)
                .build();
    }
}
