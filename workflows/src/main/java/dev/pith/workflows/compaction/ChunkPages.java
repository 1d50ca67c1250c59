package dev.pith.workflows.compaction;

import dev.pith.workflows.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.util.List;

/** The chunks of a plan in pages: the first page came with the plan, the others are fetched. */
final class ChunkPages {

    private final PlanningActivities planning;
    private final String compaction;
    private final Planned planned;

    ChunkPages(PlanningActivities planning, String compaction, Planned planned) {
        this.planning = planning;
        this.compaction = compaction;
        this.planned = planned;
    }

    Plan plan() {
        return planned.plan();
    }

    /**
     * Returns the page that begins with an index. Fails if it is empty, since the compaction would request it forever.
     */
    List<ChunkRef> from(int index) {
        List<ChunkRef> page = index == 0 ? planned.firstPage() : planning.chunks(compaction, index);
        if (page.isEmpty()) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "compaction " + compaction + " was planned with " + plan().chunks()
                            + " chunks, but the store has none from " + index + " on",
                    FailureType.BROKEN_INVARIANT.name());
        }
        return page;
    }
}
