package dev.pith.benchmarks;

import dev.pith.workflows.compaction.Attempted;
import dev.pith.workflows.compaction.ChunkTask;
import dev.pith.workflows.compaction.CondenseTask;
import dev.pith.workflows.compaction.MergeTask;
import dev.pith.workflows.compaction.SummarizingActivities;
import dev.pith.workflows.flush.Extracted;
import dev.pith.workflows.flush.ExtractingActivities;
import dev.pith.workflows.flush.FlushTask;
import dev.pith.workflows.model.Verdict;

/** Summarizing and extracting without a text. */
record EmptyWriting(EmptyRows rows) implements SummarizingActivities, ExtractingActivities {

    private static final int TOKENS = 300;

    @Override
    public Attempted summarize(ChunkTask task) {
        return new Attempted(Verdict.FIT, TOKENS, false);
    }

    @Override
    public Attempted mergeGroup(ChunkTask task) {
        return new Attempted(Verdict.FIT, TOKENS, false);
    }

    @Override
    public Attempted condense(CondenseTask task) {
        return new Attempted(Verdict.FIT, TOKENS, false);
    }

    @Override
    public Attempted merge(MergeTask task) {
        return new Attempted(Verdict.FIT, TOKENS, false);
    }

    @Override
    public Extracted extract(FlushTask task) {
        rows.flushed(task.range().conversation());
        return new Extracted(Verdict.FIT, 3, 0, 0);
    }
}
