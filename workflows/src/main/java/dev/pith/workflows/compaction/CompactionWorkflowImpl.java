package dev.pith.workflows.compaction;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.FailureType;
import dev.pith.workflows.SearchKeys;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.ContinueAsNewOptions;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plan, chunks in parallel, merge where there is anything to merge, one commit. */
public final class CompactionWorkflowImpl implements CompactionWorkflow {

    private final CompactionRequest request;
    private final ProgressTracker progress;
    private final CommitActivities commits =
            Workflow.newActivityStub(CommitActivities.class, ActivityPolicies.store("Commit, or record why not"));
    private final PlanningActivities planning =
            Workflow.newActivityStub(PlanningActivities.class, ActivityPolicies.planning());

    /** Takes the request before the first update can ask for it. */
    @WorkflowInit
    public CompactionWorkflowImpl(CompactionRequest request, @Nullable Checkpoint checkpoint) {
        this.request = request;
        this.progress = new ProgressTracker(request.id());
    }

    @Override
    public CompactionResult compact(CompactionRequest sameRequest, @Nullable Checkpoint checkpoint) {
        try {
            Planned planned = checkpoint == null ? planning.plan(request) : checkpoint.planned();
            Plan plan = planned.plan();
            if (plan.decision() == Decision.NOTHING_TO_DO) {
                return ended(commits.end(request, Outcome.NOTHING_TO_DO, null));
            }
            summarizeChunks(planned, checkpoint);
            if (plan.merges()) {
                merge(plan);
            }
            progress.move(Stage.MERGE, 1);
            return commit();
        } catch (TemporalFailure failure) {
            throw record(failure);
        }
    }

    @Override
    public CompactionRequest attach() {
        return request;
    }

    @Override
    public Progress progress() {
        return progress.snapshot();
    }

    private void summarizeChunks(Planned planned, @Nullable Checkpoint checkpoint) {
        Plan plan = planned.plan();
        ChunkPages pages = new ChunkPages(planning, request.id(), planned);
        int next = checkpoint == null ? 0 : checkpoint.nextChunk();
        progress.planned(plan, next, checkpoint == null ? 0 : checkpoint.tokensDone());
        boolean degraded = checkpoint != null && checkpoint.degraded();
        while (next < plan.chunks()) {
            List<ChunkRef> page = pages.from(next);
            ChunkFanOut fanOut = new ChunkFanOut(request, plan, progress);
            fanOut.summarize(page);
            degraded |= fanOut.degraded();
            next += page.size();
            if (next < plan.chunks() && Workflow.getInfo().isContinueAsNewSuggested()) {
                Workflow.await(Workflow::isEveryHandlerFinished);
                Workflow.continueAsNew(
                        sameMemo(), request, new Checkpoint(plan, next, progress.tokensDone(), degraded));
            }
        }
    }

    /** Temporal drops the memo otherwise, and whoever looks would not find the compaction in the new run. */
    private ContinueAsNewOptions sameMemo() {
        return ContinueAsNewOptions.newBuilder()
                .setMemo(Map.of(WorkflowIds.COMPACTION_MEMO, request.id()))
                .build();
    }

    private void merge(Plan plan) {
        progress.move(Stage.MERGE, plan.decision() == Decision.SINGLE_PASS ? 1 : 0);
        String queue = TaskQueues.endpoint(
                Workflow.getInfo().getTaskQueue(), request.spec().endpoint());
        Workflow.newActivityStub(SummarizingActivities.class, ActivityPolicies.merge(queue))
                .merge(request, plan);
    }

    /** Detached, so that a cancellation that comes too late does not leave half an answer. */
    private CompactionResult commit() {
        CompactionResult[] result = new CompactionResult[1];
        Workflow.newDetachedCancellationScope(() -> result[0] = commits.commit(request))
                .run();
        progress.move(Stage.WRITTEN, 1);
        return ended(result[0]);
    }

    private CompactionResult ended(CompactionResult result) {
        Workflow.upsertTypedSearchAttributes(
                SearchKeys.OUTCOME.valueSet(result.outcome().name()), SearchKeys.DEGRADED.valueSet(result.degraded()));
        progress.ended(result);
        // Detached: a cancellation that comes too late must not record a second end.
        Workflow.newDetachedCancellationScope(() -> Workflow.await(Workflow::isEveryHandlerFinished))
                .run();
        return result;
    }

    /** Records the outcome, then fails or cancels the workflow, so that Temporal's own status tells the same. */
    private TemporalFailure record(TemporalFailure failure) {
        if (failure instanceof CanceledFailure || failure.getCause() instanceof CanceledFailure) {
            recordDetached(Outcome.CANCELED, null);
            return new CanceledFailure("canceled");
        }
        String reason = reasonOf(failure);
        progress.error(reason);
        recordDetached(Outcome.FAILED, reason);
        return ApplicationFailure.newNonRetryableFailure(reason, FailureType.COMPACTION_FAILED.name());
    }

    private void recordDetached(Outcome outcome, @Nullable String reason) {
        Workflow.newDetachedCancellationScope(() -> ended(commits.end(request, outcome, reason)))
                .run();
    }

    private static String reasonOf(TemporalFailure failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof ApplicationFailure told
                ? String.valueOf(told.getOriginalMessage())
                : String.valueOf(cause.getMessage());
    }
}
