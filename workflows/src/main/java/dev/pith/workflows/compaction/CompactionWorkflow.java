package dev.pith.workflows.compaction;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Compacts one conversation, or writes its gist: at most one at a time of each, because its id is the workflow's id. */
@WorkflowInterface
public interface CompactionWorkflow {

    /**
     * Compacts.
     *
     * @param checkpoint null on the first run; where the run before it stopped, after continue-as-new
     */
    @WorkflowMethod(name = "Compaction")
    CompactionResult compact(CompactionRequest request, @Nullable Checkpoint checkpoint);

    /** The request that is running, which is not the caller's where another came first. */
    @UpdateMethod
    CompactionRequest attach();

    /** The flush that it waits for was attempted. */
    @SignalMethod
    void flushed();

    /** Where it stands. */
    @QueryMethod
    Progress progress();
}
