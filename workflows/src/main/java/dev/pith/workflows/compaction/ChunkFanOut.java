package dev.pith.workflows.compaction;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.FailureType;
import dev.pith.workflows.Reasons;
import dev.pith.workflows.TaskQueues;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowSemaphore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Summarizes a page of chunks in parallel, a few at a time; the first that fails stops the others. */
final class ChunkFanOut {

    /** How often a chunk and its parts are split, at most. */
    private static final int MOST_SPLITS = 3;

    private final CompactionRequest request;
    private final Plan plan;
    private final ProgressTracker progress;
    private final PlanningActivities planning;
    private final WorkflowSemaphore slots;
    private final Ladder ladder;
    private Written written = Written.NOTHING;

    ChunkFanOut(CompactionRequest request, Plan plan, PlanningActivities planning, ProgressTracker progress) {
        this.request = request;
        this.plan = plan;
        this.planning = planning;
        this.progress = progress;
        this.slots = Workflow.newWorkflowSemaphore(request.spec().concurrency());
        this.ladder = new Ladder(request.spec().model(), progress);
    }

    void summarize(List<ChunkRef> page) {
        List<Promise<Void>> running = new ArrayList<>();
        CancellationScope scope = Workflow.newCancellationScope(() -> {
            for (ChunkRef chunk : page) {
                running.add(Async.procedure(() -> summarize(chunk)));
            }
        });
        scope.run();
        try {
            Promise.allOf(running).get();
        } finally {
            scope.cancel();
        }
    }

    /** The summaries of the page. */
    Written written() {
        return written;
    }

    private void summarize(ChunkRef chunk) {
        long started = Workflow.currentTimeMillis();
        Rung rung = whole(chunk, 0, plan.chunkBudget());
        progress.chunkDone(chunk, rung, Workflow.currentTimeMillis() - started);
    }

    /** The rung at which a chunk was written, or the last one that any of its parts needed. */
    private Rung whole(ChunkRef chunk, int splits, int budget) {
        Optional<Rung> rung = inSlot(chunk, splits, budget);
        return rung.isPresent() ? rung.get() : inParts(chunk, splits + 1, budget);
    }

    /** Parts share what their chunk may take, so that splitting makes nothing longer. */
    private Rung inParts(ChunkRef chunk, int splits, int budget) {
        List<ChunkRef> parts = planning.split(request, chunk);
        List<Promise<Rung>> running = new ArrayList<>();
        for (ChunkRef part : parts) {
            running.add(Async.function(() -> whole(part, splits, Math.max(1, budget / parts.size()))));
        }
        Promise.allOf(running).get();
        Rung last = Rung.NORMAL;
        for (Promise<Rung> part : running) {
            last = part.get().compareTo(last) > 0 ? part.get() : last;
        }
        return last;
    }

    /** Empty where the chunk was too long for the model and can still be split. */
    private Optional<Rung> inSlot(ChunkRef chunk, int splits, int budget) {
        slots.acquire();
        try {
            progress.chunkStarted(chunk);
            Rung rung = climb(chunk, splits, budget);
            progress.tokensDone(chunk.tokens());
            return Optional.of(rung);
        } catch (ActivityFailure failure) {
            if (FailureType.CONTEXT_OVERFLOW.is(failure) && splits < MOST_SPLITS) {
                progress.error(Reasons.of(failure));
                return Optional.empty();
            }
            throw failure;
        } finally {
            slots.release();
        }
    }

    private Rung climb(ChunkRef chunk, int splits, int budget) {
        try {
            return noted(ladder.climb(step -> attempt(chunk, step, budget)));
        } catch (ActivityFailure failure) {
            if (FailureType.CONTEXT_OVERFLOW.is(failure) && splits == MOST_SPLITS) {
                return noted(ladder.withoutModel(failure, step -> attempt(chunk, step, budget)));
            }
            throw failure;
        }
    }

    private Rung noted(Ladder.Climbed climbed) {
        written = written.and(climbed.tokens());
        return climbed.rung();
    }

    private Attempted attempt(ChunkRef chunk, Step step, int budget) {
        @Nullable
        ModelUse model = step.rung() == Rung.EXTRACTIVE ? null : request.spec().model();
        String queue = TaskQueues.endpoint(
                Workflow.getInfo().getTaskQueue(), model == null ? TaskQueues.EXTRACTIVE : model.endpoint());
        String summary = "Chunk %d of %d: messages %d to %d, %d tokens, %s"
                .formatted(
                        chunk.index() + 1, plan.chunks(), chunk.fromSeq(), chunk.toSeq(), chunk.tokens(), step.rung());
        return Workflow.newActivityStub(SummarizingActivities.class, ActivityPolicies.chunk(queue, summary, model))
                .summarize(new ChunkTask(request, chunk, step, budget));
    }
}
