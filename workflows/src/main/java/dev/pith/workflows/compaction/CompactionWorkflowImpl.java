package dev.pith.workflows.compaction;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.FailureType;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.Reasons;
import dev.pith.workflows.SearchKeys;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.flush.FlushHandoff;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.worker.NonDeterministicException;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans, summarizes chunks in parallel, merges them if needed, and commits once. */
public class CompactionWorkflowImpl implements CompactionWorkflow {

    private final CompactionRequest request;
    private final ProgressTracker progress;
    private final WorkerWatch watch;
    private final CommitActivities commits =
            Workflow.newActivityStub(CommitActivities.class, ActivityPolicies.store("Commit, or record why not"));
    private final PlanningActivities planning =
            Workflow.newActivityStub(PlanningActivities.class, ActivityPolicies.planning());
    private boolean flushed;

    /** Stores the request before the first update can read it. */
    @WorkflowInit
    public CompactionWorkflowImpl(CompactionRequest request, @Nullable Checkpoint checkpoint) {
        this.request = request;
        this.progress = new ProgressTracker(request.id());
        this.watch = new WorkerWatch(request.spec().model(), progress);
    }

    @Override
    public CompactionResult compact(CompactionRequest sameRequest, @Nullable Checkpoint checkpoint) {
        try {
            Planned planned = checkpoint == null ? planning.plan(request) : checkpoint.planned();
            Plan plan = planned.plan();
            if (plan.decision() == Decision.NOTHING_TO_DO) {
                return ended(commits.end(request, Outcome.NOTHING_TO_DO, null, null));
            }
            if (checkpoint == null && plan.prunesFirst() && prune().enough()) {
                return commit(plan, FlushMode.OFF);
            }
            Written written = summarizeChunks(planned, checkpoint);
            if (request.spec().strategy() == Strategy.LAYERED) {
                Condensing condensing = new Condensing(request, plan, progress);
                watch.during(() -> condensing.untilUnder(() -> continueIfSuggested(plan, plan.chunks(), written)));
            } else if (plan.merges(written)) {
                progress.move(Stage.MERGE, plan.decision() == Decision.SINGLE_PASS ? 1 : 0);
                Merge merge = new Merge(request, plan, planning, progress);
                watch.during(merge::all);
            }
            progress.move(Stage.MERGE, 1);
            return commit(plan, request.spec().flush());
        } catch (TemporalFailure failure) {
            return ended(failure);
        } catch (NonDeterministicException otherCode) {
            throw otherCode;
        } catch (RuntimeException defect) {
            throw failed(Reasons.defect(defect), FailureType.DEFECT.name());
        }
    }

    @Override
    public CompactionRequest attach() {
        return request;
    }

    @Override
    public void flushed() {
        flushed = true;
    }

    @Override
    public Progress progress() {
        return progress.snapshot();
    }

    private Pruned prune() {
        progress.move(Stage.PRUNE, 1);
        return Workflow.newActivityStub(PruningActivities.class, ActivityPolicies.pruning())
                .prune(request);
    }

    private Written summarizeChunks(Planned planned, @Nullable Checkpoint checkpoint) {
        Plan plan = planned.plan();
        ChunkPages pages = new ChunkPages(planning, request.id(), planned);
        int next = checkpoint == null ? 0 : checkpoint.nextChunk();
        Written written = checkpoint == null ? Written.NOTHING : checkpoint.written();
        progress.planned(plan, next, checkpoint == null ? 0 : checkpoint.tokensDone());
        while (next < plan.chunks()) {
            List<ChunkRef> page = pages.from(next);
            ChunkFanOut fanOut = new ChunkFanOut(request, plan, planning, progress);
            watch.during(() -> fanOut.summarize(page));
            written = written.and(fanOut.written());
            next = page.get(page.size() - 1).index() + 1;
            if (next < plan.chunks()) {
                continueIfSuggested(plan, next, written);
            }
        }
        return written;
    }

    private void continueIfSuggested(Plan plan, int nextChunk, Written written) {
        if (Workflow.getInfo().isContinueAsNewSuggested()) {
            Workflow.await(Workflow::isEveryHandlerFinished);
            Workflow.continueAsNew(
                    sameMemo(), request, new Checkpoint(plan, nextChunk, progress.tokensDone(), written));
        }
    }

    /** Copies the memo, which Temporal drops on continue-as-new; clients find the compaction by it. */
    private ContinueAsNewOptions sameMemo() {
        return ContinueAsNewOptions.newBuilder()
                .setMemo(Map.of(WorkflowIds.COMPACTION_MEMO, request.id()))
                .build();
    }

    /** Runs detached, so that a late cancellation cannot interrupt the commit. */
    private CompactionResult commit(Plan plan, FlushMode flush) {
        CompactionResult[] result = new CompactionResult[1];
        Workflow.newDetachedCancellationScope(
                        () -> result[0] = request.spec().preview() ? commits.preview(request) : commits.commit(request))
                .run();
        progress.move(Stage.WRITTEN, 1);
        if (result[0].stands(plan.fromVersion()) && flush != FlushMode.OFF) {
            handOver(flush == FlushMode.INLINE);
        }
        return ended(result[0]);
    }

    /** Hands the flush over to its own workflow. */
    private void handOver(boolean waits) {
        String self = Workflow.getInfo().getWorkflowId();
        boolean[] handedOver = new boolean[1];
        Workflow.newDetachedCancellationScope(
                        () -> handedOver[0] = FlushHandoff.of(request.conversation(), waits ? self : null))
                .run();
        if (waits && handedOver[0]) {
            try {
                Workflow.await(FlushMode.INLINE_PATIENCE, () -> flushed);
            } catch (CanceledFailure impatient) {
                // All is committed: a cancellation only ends the wait.
            }
        }
    }

    private CompactionResult ended(CompactionResult result) {
        if (SearchSupport.ofThisWorkflow() == SearchSupport.REGISTERED) {
            Workflow.upsertTypedSearchAttributes(
                    SearchKeys.OUTCOME.valueSet(result.outcome().name()),
                    SearchKeys.DEGRADED.valueSet(result.degraded()));
        }
        progress.ended(result);
        // Detached: a cancellation that comes too late must not record a second end.
        Workflow.newDetachedCancellationScope(() -> Workflow.await(Workflow::isEveryHandlerFinished))
                .run();
        return result;
    }

    /**
     * Records the outcome. The workflow of a failed or canceled compaction fails, too, so that Temporal shows the same
     * status.
     */
    private CompactionResult ended(TemporalFailure failure) {
        if (failure instanceof CanceledFailure || failure.getCause() instanceof CanceledFailure) {
            recordDetached(Outcome.CANCELED, null, null);
            throw new CanceledFailure("canceled");
        }
        String reason = Reasons.of(failure);
        if (failure instanceof ActivityFailure step && FailureType.OVER_BUDGET.is(step)) {
            return recordDetached(Outcome.OVER_BUDGET, reason, null);
        }
        throw failed(reason, Reasons.type(failure));
    }

    private ApplicationFailure failed(String reason, @Nullable String type) {
        recordDetached(Outcome.FAILED, reason, type);
        return ApplicationFailure.newNonRetryableFailure(reason, FailureType.COMPACTION_FAILED.name());
    }

    private CompactionResult recordDetached(Outcome outcome, @Nullable String reason, @Nullable String type) {
        if (reason != null) {
            progress.error(reason);
        }
        CompactionResult[] result = new CompactionResult[1];
        Workflow.newDetachedCancellationScope(() -> result[0] = ended(commits.end(request, outcome, reason, type)))
                .run();
        return result[0];
    }
}
