package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** The load and strategy activity, and the pages of its chunks. */
@ActivityInterface
public interface PlanningActivities {

    /** The most chunks that a page holds. */
    int PAGE = 100;

    /**
     * Pins context version (or gist) and last message, chooses head and tail, and stores the chunk ranges. Repeated, it returns
     * the stored plan.
     */
    Planned plan(CompactionRequest request);

    /** The chunks of a compaction with {@link #PAGE} indexes, in order, starting at one. */
    List<ChunkRef> chunks(String compaction, int fromIndex);

    /**
     * Splits a chunk that its model could not read whole, where a cut is safe, into halves, or into as many parts as the
     * window needs that the endpoint told. They carry the chunk's index. One that cannot be cut comes back alone.
     */
    List<ChunkRef> split(CompactionRequest request, ChunkRef chunk);

    /** Restores a split chunk; the summaries of its parts are no longer used. */
    void join(CompactionRequest request, ChunkRef chunk);

    /**
     * Neighboring chunks whose summaries one merge can read, as ranges, where all of them and the earlier summary are too
     * much for one; none where they are not, or where no two fit together.
     *
     * @param mergeInput what one merge can read, in tokens
     */
    List<ChunkRef> groups(CompactionRequest request, int mergeInput);
}
