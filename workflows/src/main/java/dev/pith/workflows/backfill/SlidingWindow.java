package dev.pith.workflows.backfill;

import dev.pith.workflows.Priorities;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.CompactionWorkflow;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancelExternalWorkflowException;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The compactions in flight, as abandoned children of the backfill workflow. Their outcomes are read from the store;
 * the end of a child only triggers a dispatch round.
 */
final class SlidingWindow {

    /**
     * The longest wait for the start of a child. A server confirms a start at once; the embedded one never does if a
     * start fails by a defect.
     */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final CompactionSpec spec;
    private final String storeId = TaskQueues.storeId(Workflow.getInfo().getTaskQueue());
    private final Map<Long, BackfillItem> known = new TreeMap<>();
    private final Set<Long> carried = new TreeSet<>();
    private final Set<Long> closed = new TreeSet<>();
    private final Set<Long> taken = new TreeSet<>();
    /** The times of unconfirmed starts of children in milliseconds, by item. */
    private final Map<BackfillItem, Long> starting = new LinkedHashMap<>();

    /**
     * Creates a window.
     *
     * @param before the items that earlier runs of the workflow started
     */
    SlidingWindow(CompactionSpec spec, List<BackfillItem> before) {
        this.spec = spec;
        before.forEach(item -> {
            known.put(item.number(), item);
            carried.add(item.number());
        });
    }

    /** Returns the items for the next round. Gives up starts that are unconfirmed for too long. */
    InFlight inFlight() {
        giveUpLateStarts();
        return new InFlight(List.copyOf(known.keySet()), List.copyOf(closed), List.copyOf(taken), List.copyOf(carried));
    }

    /** Returns the items in order. */
    List<BackfillItem> items() {
        return new ArrayList<>(known.values());
    }

    int size() {
        return known.size();
    }

    /** Returns the number of items that ended, or could not start, since the last round. */
    int free() {
        return closed.size() + taken.size();
    }

    /** Returns whether Temporal has confirmed all starts, so that this run may end without losing an item. */
    boolean allStarted() {
        return starting.isEmpty();
    }

    void apply(Dispatch dispatch) {
        for (Long number : dispatch.settled()) {
            known.remove(number);
            carried.remove(number);
            closed.remove(number);
            taken.remove(number);
        }
        dispatch.start().forEach(this::start);
    }

    /** Requests cancellation of all items in flight. Items that have ended meanwhile count as closed. */
    void cancelAll() {
        for (BackfillItem item : known.values()) {
            Async.procedure(() -> {
                try {
                    Workflow.newUntypedExternalWorkflowStub(workflowId(item)).cancel();
                } catch (CancelExternalWorkflowException ended) {
                    closed(item);
                }
            });
        }
    }

    private void start(BackfillItem item) {
        known.put(item.number(), item);
        starting.put(item, Workflow.currentTimeMillis());
        CompactionWorkflow child = Workflow.newChildWorkflowStub(CompactionWorkflow.class, options(item));
        CompactionRequest request = new CompactionRequest(item.compaction(), item.conversation(), spec);
        Promise<?> ended = Async.function(child::compact, request, null);
        Promise<WorkflowExecution> started = Workflow.getWorkflowExecution(child);
        started.handle((execution, failure) -> {
            starting.remove(item);
            if (failure == null) {
                ended.handle((result, why) -> closed(item));
            } else if (isInFlight(item)) {
                taken.add(item.number());
            }
            return execution;
        });
    }

    /** Marks late starts as closed; the store then records that they were interrupted, and when they are retried. */
    private void giveUpLateStarts() {
        long latest = Workflow.currentTimeMillis() - LONGEST_START.toMillis();
        for (Map.Entry<BackfillItem, Long> start : List.copyOf(starting.entrySet())) {
            if (start.getValue() < latest) {
                starting.remove(start.getKey());
                closed(start.getKey());
            }
        }
    }

    private boolean closed(BackfillItem item) {
        return isInFlight(item) && closed.add(item.number());
    }

    /**
     * Returns whether this very item is in flight. An item that the store reported as ended may be in flight again,
     * with another compaction, before its first workflow closes.
     */
    private boolean isInFlight(BackfillItem item) {
        return item.equals(known.get(item.number()));
    }

    private String workflowId(BackfillItem item) {
        return spec.strategy().workflowId(storeId, item.conversation());
    }

    private ChildWorkflowOptions options(BackfillItem item) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(workflowId(item))
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setPriority(Priorities.BACKFILL)
                .setMemo(Map.of(WorkflowIds.COMPACTION_MEMO, item.compaction()))
                .setTypedSearchAttributes(SearchSupport.ofThisWorkflow().of(item.conversation(), spec.strategy()))
                .setStaticSummary(spec.strategy().verb() + " conversation " + item.conversation())
                .build();
    }
}
