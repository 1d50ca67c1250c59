package dev.pith.workflows.flush;

import dev.pith.workflows.Priorities;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.WorkflowIds;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Starts the flush workflow of a conversation as an abandoned child, or signals the running one. The workflow may end
 * while it is signaled, so both are tried in turn. If both fail, the next worker that starts finds the row in the
 * store.
 */
public final class FlushHandoff {

    private static final int MOST_TURNS = 5;

    private FlushHandoff() {}

    /**
     * Ensures that a workflow flushes the conversation. Only for workflow code.
     *
     * @param waiter the id of the workflow to signal after the flush; null for none
     * @return whether a workflow was started or signaled
     */
    public static boolean of(String conversation, @Nullable String waiter) {
        String id = WorkflowIds.flush(Workflow.getInfo().getTaskQueue(), conversation);
        try {
            for (int turn = 0; turn < MOST_TURNS; turn++) {
                if (isStarted(id, conversation, waiter) || isWoken(id, waiter)) {
                    return true;
                }
            }
        } catch (TemporalFailure failure) {
            // The compaction is committed, whatever happens to its flush.
            return false;
        }
        return false;
    }

    private static boolean isStarted(String id, String conversation, @Nullable String waiter) {
        MemoryFlushWorkflow child = Workflow.newChildWorkflowStub(MemoryFlushWorkflow.class, options(id, conversation));
        Async.function(child::flush, conversation, waiter == null ? List.of() : List.of(waiter), null);
        try {
            Workflow.getWorkflowExecution(child).get();
        } catch (ChildWorkflowFailure running) {
            return false;
        }
        return true;
    }

    private static boolean isWoken(String id, @Nullable String waiter) {
        try {
            Workflow.newExternalWorkflowStub(MemoryFlushWorkflow.class, id).wake(waiter);
            return true;
        } catch (ApplicationFailure ended) {
            return false;
        }
    }

    private static ChildWorkflowOptions options(String id, String conversation) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setPriority(Priorities.background())
                .setTypedSearchAttributes(SearchSupport.ofThisWorkflow().of(conversation))
                .setStaticSummary("Write the memories of conversation " + conversation)
                .build();
    }
}
