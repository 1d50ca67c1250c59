package dev.pith.workflows.flush;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the memories of one conversation, one range at a time. The rows in the store are the queue; a signal only
 * means that there may be more of them.
 */
@WorkflowInterface
public interface MemoryFlushWorkflow {

    /**
     * Flushes until no range is left.
     *
     * @param waiters as in {@link #wake}
     * @param soFar null on the first run; the progress of the previous runs after continue-as-new
     * @return the final progress
     */
    @WorkflowMethod(name = "MemoryFlush")
    FlushProgress flush(String conversation, List<String> waiters, @Nullable FlushProgress soFar);

    /**
     * Signals that there may be more to flush.
     *
     * @param waiter the id of the workflow to signal with {@code flushed} when nothing is due any more; null for none
     */
    @SignalMethod
    void wake(@Nullable String waiter);

    /** Returns the progress of the flush. */
    @QueryMethod
    FlushProgress progress();
}
