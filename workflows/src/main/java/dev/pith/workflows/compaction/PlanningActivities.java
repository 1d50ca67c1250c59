package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;
import java.util.List;

/** The load and strategy activity, and the pages of its chunks. */
@ActivityInterface
public interface PlanningActivities {

    /** The most chunks that a page holds. */
    int PAGE = 100;

    /**
     * Pins context version and high-water mark, chooses head and tail, and stores the chunk ranges. Asked again for the
     * same request it answers with what it stored.
     */
    Planned plan(CompactionRequest request);

    /** At most {@link #PAGE} chunks of a compaction, in order, starting at an index. */
    List<ChunkRef> chunks(String compaction, int fromIndex);
}
