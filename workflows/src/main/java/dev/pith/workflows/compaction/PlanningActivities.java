package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** The activities that plan a compaction, and read and change its chunks. */
@ActivityInterface
public interface PlanningActivities {

    /** The most chunks that a page holds. */
    int PAGE = 100;

    /**
     * Pins context version (or gist) and last message, chooses head and tail, and stores the chunk ranges. Repeated, it
     * returns the stored plan.
     */
    Planned plan(CompactionRequest request);

    /** Returns the chunks of the next {@link #PAGE} indexes from a given one, in order. */
    List<ChunkRef> chunks(String compaction, int fromIndex);

    /**
     * Splits a chunk that its model could not read whole into halves, or into as many parts as the reported window
     * needs, preferably at safe cuts. The parts have the chunk's index. A chunk that cannot be cut is returned alone.
     */
    List<ChunkRef> split(CompactionRequest request, ChunkRef chunk);

    /** Restores a split chunk; the summaries of its parts are no longer used. */
    void join(CompactionRequest request, ChunkRef chunk);

    /**
     * Returns groups of neighboring chunks, as ranges, whose summaries one merge can read. Empty if one merge can read
     * all of them and the earlier summary, or if no two neighbors fit together.
     *
     * @param mergeInput the most tokens that one merge can read
     */
    List<ChunkRef> groups(CompactionRequest request, int mergeInput);
}
