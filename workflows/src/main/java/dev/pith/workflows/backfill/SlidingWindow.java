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
 * The compactions in flight, as abandoned children of the backfill workflow. Their outcomes are read from the store; the close
 * of a child only triggers a dispatch round.
 */
final class SlidingWindow {

    /** A server answers to a start at once. The one inside a process never does where a start fails by a defect. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final CompactionSpec spec;
    private final String storeId = TaskQueues.storeId(Workflow.getInfo().getTaskQueue());
    private final Map<Long, BackfillItem> known = new TreeMap<>();
    private final Set<Long> carried = new TreeSet<>();
    private final Set<Long> closed = new TreeSet<>();
    private final Set<Long> taken = new TreeSet<>();
    /** When the start of a child was asked for that nobody has answered yet, by item. */
    private final Map<BackfillItem, Long> starting = new LinkedHashMap<>();

    /** @param before what earlier runs of the workflow started */
    SlidingWindow(CompactionSpec spec, List<BackfillItem> before) {
        this.spec = spec;
        before.forEach(item -> {
            known.put(item.number(), item);
            carried.add(item.number());
        });
    }

    /** What the next turn must know. */
    InFlight inFlight() {
        giveUpLateStarts();
        return new InFlight(List.copyOf(known.keySet()), List.copyOf(closed), List.copyOf(taken), List.copyOf(carried));
    }

    /** The items, in order. */
    List<BackfillItem> items() {
        return new ArrayList<>(known.values());
    }

    int size() {
        return known.size();
    }

    /** How many have ended, or could not begin, since the last turn. */
    int free() {
        return closed.size() + taken.size();
    }

    /** Whether every item that was started is known to Temporal, so that this run may end without losing one. */
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

    /** Asks all that is in flight to stop. One that has ended meanwhile is left alone. */
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

    /** The store then says that nothing came of it, and when it is tried again. */
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

    /** An item that the store told to have ended may be in flight again, with another compaction, before its workflow closes. */
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
