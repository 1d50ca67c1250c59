package dev.pith.workflows.compaction;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.FailureType;
import dev.pith.workflows.Reasons;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowChange;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.Rung;
import dev.pith.workflows.model.Step;
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

/** Summarizes a page of chunks with bounded parallelism; the first failure stops the others. */
final class ChunkFanOut {

    /** The greatest depth of splitting. */
    private static final int MOST_SPLITS = 3;

    /**
     * The summary of a chunk or of its parts.
     *
     * @param rung the rung that wrote it; for several parts, the last rung that any of them needed
     * @param byModel whether the model wrote any part
     */
    private record Part(Rung rung, boolean byModel, Written written) {

        static final Part NONE = new Part(Rung.NORMAL, false, Written.NOTHING);

        static Part of(Rung rung, int tokens) {
            return new Part(rung, rung != Rung.EXTRACTIVE, Written.NOTHING.and(tokens));
        }

        Part and(Part other) {
            Rung last = other.rung.compareTo(rung) > 0 ? other.rung : rung;
            return new Part(last, byModel || other.byModel, written.and(other.written));
        }
    }

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

    /** Returns the summaries of the page. */
    Written written() {
        return written;
    }

    private void summarize(ChunkRef chunk) {
        Part part = joined(chunk, whole(chunk, 0, plan.chunkBudget()), plan.chunkBudget());
        written = written.and(part.written());
        progress.chunkDone(chunk, part.rung());
    }

    private Part whole(ChunkRef chunk, int splits, int budget) {
        Optional<Part> part = inSlot(chunk, splits, budget);
        return part.isPresent() ? part.get() : inParts(chunk, splits + 1, budget);
    }

    /** Splits a chunk; its parts share the chunk's budget, so that splitting does not lengthen the result. */
    private Part inParts(ChunkRef chunk, int splits, int budget) {
        List<ChunkRef> refs = planning.split(request, chunk);
        List<Promise<Part>> running = new ArrayList<>();
        int share = Math.max(1, budget / refs.size());
        for (ChunkRef ref : refs) {
            running.add(Async.function(() -> whole(ref, splits, share)));
        }
        Promise.allOf(running).get();
        Part all = Part.NONE;
        for (Promise<Part> part : running) {
            all = all.and(part.get());
        }
        return all.byModel() ? joined(refs, running, share) : all;
    }

    private Part joined(List<ChunkRef> refs, List<Promise<Part>> parts, int share) {
        Part all = Part.NONE;
        for (int i = 0; i < refs.size(); i++) {
            all = all.and(joined(refs.get(i), parts.get(i).get(), share));
        }
        return all;
    }

    /** Restores a split chunk if the model wrote no part: one extractive text reads better than many small ones. */
    private Part joined(ChunkRef chunk, Part part, int budget) {
        boolean torn = !part.byModel() && part.written().texts() > 1;
        if (!torn || !WorkflowChange.JOINED_PARTS.applies()) {
            return part;
        }
        planning.join(request, chunk);
        return Part.of(
                Rung.EXTRACTIVE, attempt(chunk, Step.WITHOUT_MODEL, budget).tokens());
    }

    /** Returns empty if the chunk was too long for the model and can still be split. */
    private Optional<Part> inSlot(ChunkRef chunk, int splits, int budget) {
        slots.acquire();
        try {
            progress.chunkStarted(chunk);
            Ladder.Climbed climbed = climb(chunk, splits, budget);
            progress.tokensDone(chunk.tokens());
            return Optional.of(Part.of(climbed.rung(), climbed.tokens()));
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

    private Ladder.Climbed climb(ChunkRef chunk, int splits, int budget) {
        try {
            return ladder.climb(step -> attempt(chunk, step, budget));
        } catch (ActivityFailure failure) {
            if (FailureType.CONTEXT_OVERFLOW.is(failure) && splits == MOST_SPLITS) {
                return ladder.withoutModel(failure, step -> attempt(chunk, step, budget));
            }
            throw failure;
        }
    }

    private Attempted attempt(ChunkRef chunk, Step step, int budget) {
        @Nullable
        ModelUse model = step.rung() == Rung.EXTRACTIVE ? null : request.spec().model();
        String queue = TaskQueues.endpoint(
                Workflow.getInfo().getTaskQueue(), model == null ? TaskQueues.EXTRACTIVE : model.endpoint());
        String summary = "Chunk %d of %d: messages %d to %d, %d tokens, %s"
                .formatted(
                        chunk.index() + 1, plan.chunks(), chunk.fromSeq(), chunk.toSeq(), chunk.tokens(), step.rung());
        return Workflow.newActivityStub(
                        SummarizingActivities.class, ActivityPolicies.chunk(queue, summary, ModelUse.callTime(model)))
                .summarize(new ChunkTask(request, chunk, step, budget));
    }
}
