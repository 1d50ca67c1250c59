package dev.pith.workflows.compaction;

import dev.pith.workflows.model.Step;
import dev.pith.workflows.model.Verdict;
import io.temporal.activity.Activity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Summarizes as the test says, and counts how many chunks are worked on at the same time. */
final class FakeSummarizing implements SummarizingActivities {

    private final List<String> calls;
    private static final ChunkRef NO_CHUNK = new ChunkRef(0, 1, 1, 0);

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    volatile OnChunk onChunk = (chunk, attempt) -> {};
    volatile Runnable whileMerging = () -> {};
    volatile Verdicts verdicts = (chunk, step) -> Verdict.FIT;
    volatile Verdicts mergeVerdicts = (chunk, step) -> Verdict.FIT;
    final List<ChunkTask> tasks = Collections.synchronizedList(new ArrayList<>());

    FakeSummarizing(List<String> calls) {
        this.calls = calls;
    }

    /** What a text is worth that was written at a step of the ladder. */
    interface Verdicts {
        Verdict on(ChunkRef chunk, Step step);
    }

    /** What happens while a chunk is summarized. */
    interface OnChunk {
        void summarizing(int chunk, int attempt);
    }

    @Override
    public Attempted summarize(ChunkTask task) {
        int index = task.chunk().index();
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            calls.add("chunk " + index);
            tasks.add(task);
            onChunk.summarizing(index, Activity.getExecutionContext().getInfo().getAttempt());
            return new Attempted(verdicts.on(task.chunk(), task.step()), 100, false);
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public Attempted mergeGroup(ChunkTask task) {
        calls.add("merge " + task.chunk().fromSeq() + " to " + task.chunk().toSeq());
        return new Attempted(Verdict.FIT, 200, false);
    }

    @Override
    public Attempted condense(CondenseTask task) {
        calls.add("condense " + task.group().fromSeq() + " to " + task.group().toSeq());
        return new Attempted(Verdict.FIT, task.group().budget(), false);
    }

    @Override
    public Attempted merge(MergeTask task) {
        calls.add("merge");
        whileMerging.run();
        return new Attempted(mergeVerdicts.on(NO_CHUNK, task.step()), 500, false);
    }

    int mostAtOnce() {
        return most.get();
    }
}
