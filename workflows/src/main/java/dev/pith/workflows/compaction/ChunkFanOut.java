package dev.pith.workflows.compaction;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.TaskQueues;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowSemaphore;
import java.util.ArrayList;
import java.util.List;

/** Summarizes a page of chunks in parallel, a few at a time; the first that fails stops the others. */
final class ChunkFanOut {

    private final CompactionRequest request;
    private final Plan plan;
    private final ProgressTracker progress;
    private boolean degraded;

    ChunkFanOut(CompactionRequest request, Plan plan, ProgressTracker progress) {
        this.request = request;
        this.plan = plan;
        this.progress = progress;
    }

    void summarize(List<ChunkRef> page) {
        WorkflowSemaphore slots = Workflow.newWorkflowSemaphore(request.spec().concurrency());
        List<Promise<Void>> running = new ArrayList<>();
        CancellationScope scope = Workflow.newCancellationScope(() -> {
            for (ChunkRef chunk : page) {
                running.add(Async.procedure(() -> inSlot(slots, chunk)));
            }
        });
        scope.run();
        try {
            Promise.allOf(running).get();
        } finally {
            scope.cancel();
        }
    }

    boolean degraded() {
        return degraded;
    }

    private void inSlot(WorkflowSemaphore slots, ChunkRef chunk) {
        slots.acquire();
        try {
            progress.chunkStarted(chunk);
            long started = Workflow.currentTimeMillis();
            ChunkDone done = activities(chunk).summarize(new ChunkTask(request, chunk, Rung.EXTRACTIVE, budget()));
            degraded |= done.degraded();
            progress.chunkDone(chunk, done, Workflow.currentTimeMillis() - started);
        } finally {
            slots.release();
        }
    }

    private int budget() {
        return plan.summaryBudget();
    }

    private SummarizingActivities activities(ChunkRef chunk) {
        String queue = TaskQueues.endpoint(
                Workflow.getInfo().getTaskQueue(), request.spec().endpoint());
        String summary = "Chunk %d of %d: messages %d to %d, %d tokens"
                .formatted(chunk.index() + 1, plan.chunks(), chunk.fromSeq(), chunk.toSeq(), chunk.tokens());
        return Workflow.newActivityStub(SummarizingActivities.class, ActivityPolicies.chunk(queue, summary));
    }
}
