package dev.pith.workflows.compaction;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Compacts one conversation, or writes its gist. The workflow id allows one of each at a time per conversation. */
@WorkflowInterface
public interface CompactionWorkflow {

    /**
     * Runs the compaction. The workflow itself fails if the compaction fails or is canceled.
     *
     * @param checkpoint null on the first run; the state of the previous run after continue-as-new
     */
    @WorkflowMethod(name = "Compaction")
    CompactionResult compact(CompactionRequest request, @Nullable Checkpoint checkpoint);

    /** Returns the running request. Its id differs from the caller's if another request came first. */
    @UpdateMethod
    CompactionRequest attach();

    /** Signals that the awaited flush was attempted. */
    @SignalMethod
    void flushed();

    /** Returns the progress of the compaction. */
    @QueryMethod
    Progress progress();
}
