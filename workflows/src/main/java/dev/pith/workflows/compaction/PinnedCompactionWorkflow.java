package dev.pith.workflows.compaction;

import io.temporal.common.VersioningBehavior;
import io.temporal.workflow.WorkflowInit;
import io.temporal.workflow.WorkflowVersioningBehavior;
import org.jspecify.annotations.Nullable;

/**
 * The same for workers with Worker Versioning: a compaction ends with the version that it began with. Temporal refuses a
 * versioning behavior from a worker without a version, so this class is registered only with those that have one.
 */
public final class PinnedCompactionWorkflow extends CompactionWorkflowImpl {

    /** As without versioning. */
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
