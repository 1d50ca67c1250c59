package dev.pith.workflows.flush;

import dev.pith.workflows.ActivityPolicies;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Processes the rows of a conversation in order, one at a time, and ends when none is left. */
public final class MemoryFlushWorkflowImpl implements MemoryFlushWorkflow {

    private final FlushActivities rows =
            Workflow.newActivityStub(FlushActivities.class, ActivityPolicies.store("Look for what is to be flushed"));
    private final Set<String> waiters;
    private FlushProgress progress;
    private int wakes;

    /** Sets the progress before the first query can read it. */
    @WorkflowInit
    public MemoryFlushWorkflowImpl(String conversation, List<String> waiters, @Nullable FlushProgress soFar) {
        this.progress = soFar == null ? FlushProgress.NOTHING : soFar;
        this.waiters = new TreeSet<>(waiters);
    }

    @Override
    public FlushProgress flush(String conversation, List<String> waiters, @Nullable FlushProgress soFar) {
        boolean more = true;
        while (more) {
            int seen = wakes;
            Due due = rows.next(conversation);
            if (due.range() != null) {
                flush(due.range());
            } else {
                tellWaiters();
                more = isWokenWithin(due.waitMillis(), seen);
            }
            if (more && Workflow.getInfo().isContinueAsNewSuggested()) {
                List<String> still = List.copyOf(this.waiters);
                Workflow.newContinueAsNewStub(MemoryFlushWorkflow.class).flush(conversation, still, progress);
            }
        }
        return progress;
    }

    @Override
    public void wake(@Nullable String waiter) {
        wakes++;
        if (waiter != null) {
            waiters.add(waiter);
        }
    }

    @Override
    public FlushProgress progress() {
        return progress;
    }

    private void flush(FlushRange range) {
        long started = Workflow.currentTimeMillis();
        show(progress.at(range));
        RangeFlush flush = new RangeFlush(range, rows);
        flush.run();
        long took = Workflow.currentTimeMillis() - started;
        show(flush.extracted()
                .map(extracted -> progress.done(extracted, took))
                .orElseGet(() -> progress.putOff(flush.why(), took)));
    }

    /** Waits until the workflow is woken or a postponed range is due. Returns false if no range is left. */
    private boolean isWokenWithin(@Nullable Long waitMillis, int seen) {
        if (waitMillis == null) {
            return wakes > seen;
        }
        Workflow.await(Duration.ofMillis(waitMillis), () -> wakes > seen);
        return true;
    }

    private void tellWaiters() {
        waiters.forEach(Flushed::tell);
        waiters.clear();
    }

    private void show(FlushProgress now) {
        progress = now;
        Workflow.setCurrentDetails(now.details());
    }
}
