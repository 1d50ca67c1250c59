package dev.pith.workflows.compaction;

import java.util.List;

/**
 * The state that continue-as-new passes to the next run.
 *
 * @param nextChunk the index of the first chunk that is not done
 * @param tokensDone the head tokens of the finished chunks
 * @param written the summaries of the finished chunks
 */
public record Checkpoint(Plan plan, int nextChunk, long tokensDone, Written written) {

    /** Returns the plan without its first page, which is done. */
    Planned planned() {
        return new Planned(plan, List.of());
    }
}
