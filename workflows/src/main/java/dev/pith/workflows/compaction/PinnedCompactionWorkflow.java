package dev.pith.workflows.compaction;

import io.temporal.common.VersioningBehavior;
import io.temporal.workflow.WorkflowInit;
import io.temporal.workflow.WorkflowVersioningBehavior;
import org.jspecify.annotations.Nullable;

/**
 * The compaction workflow for workers with Worker Versioning: a compaction ends on the version that it began on.
 * Temporal rejects a versioning behavior from a worker without a version, so this class is registered only with
 * versioned workers.
 */
public final class PinnedCompactionWorkflow extends CompactionWorkflowImpl {

    /** Creates the workflow, as without versioning. */
    @WorkflowInit
    public PinnedCompactionWorkflow(CompactionRequest request, @Nullable Checkpoint checkpoint) {
        super(request, checkpoint);
    }

    @Override
    @WorkflowVersioningBehavior(VersioningBehavior.PINNED)
    public CompactionResult compact(CompactionRequest request, @Nullable Checkpoint checkpoint) {
        return super.compact(request, checkpoint);
    }
}
