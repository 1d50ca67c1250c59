package dev.pith.workflows.compaction;

import io.temporal.activity.Activity;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Summarizes as the test says, and counts how many chunks are worked on at the same time. */
final class FakeSummarizing implements SummarizingActivities {

    private final List<String> calls;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    volatile OnChunk onChunk = (chunk, attempt) -> {};
    volatile Runnable whileMerging = () -> {};

    FakeSummarizing(List<String> calls) {
        this.calls = calls;
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
            onChunk.summarizing(index, Activity.getExecutionContext().getInfo().getAttempt());
            return new Attempted(Verdict.FIT, 100, false);
        } finally {
            running.decrementAndGet();
        }
    }

    @Override
    public Attempted merge(MergeTask task) {
        calls.add("merge");
        whileMerging.run();
        return new Attempted(Verdict.FIT, 500, false);
    }

    int mostAtOnce() {
        return most.get();
    }
}
