package dev.pith.workflows.compaction;

import java.util.List;

/**
 * The state that continue-as-new passes to the next run.
 *
 * @param nextChunk index of the first chunk that is not done
 * @param tokensDone head tokens of the chunks that are done
 * @param written their summaries
 */
public record Checkpoint(Plan plan, int nextChunk, long tokensDone, Written written) {

    /** The plan without its first page, which is done. */
    Planned planned() {
        return new Planned(plan, List.of());
    }
}
