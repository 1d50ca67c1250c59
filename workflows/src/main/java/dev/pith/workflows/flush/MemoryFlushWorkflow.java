package dev.pith.workflows.flush;

import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the memories of one conversation, one range at a time. The rows in the store are the queue; a signal only means that
 * there may be more of them.
 */
@WorkflowInterface
public interface MemoryFlushWorkflow {

    /**
     * Flushes until nothing is left.
     *
     * @param waiters as in {@link #wake}
     * @param soFar null on the first run; what the runs before it did, after continue-as-new
     * @return what it did, in numbers
     */
    @WorkflowMethod(name = "MemoryFlush")
    FlushProgress flush(String conversation, List<String> waiters, @Nullable FlushProgress soFar);

    /**
     * There may be more to flush.
     *
     * @param waiter the workflow that is told by the signal {@code flushed} when nothing is due any more; null for none
     */
    @SignalMethod
    void wake(@Nullable String waiter);

    /** The progress of the flush. */
    @QueryMethod
    FlushProgress progress();
}
