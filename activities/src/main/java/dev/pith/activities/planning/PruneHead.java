package dev.pith.activities.planning;

import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import java.util.List;

/** Plans PRUNE: all live messages before the tail may have their results of tools shortened. */
public final class PruneHead {

    private PruneHead() {}

    /**
     * Plans for the current state of a conversation.
     *
     * @param live the messages that no live summary covers, as they stand in the context
     * @param standing the tokens of the live summaries
     */
    public static HeadPlan of(LiveSizes live, long standing, CompactionSpec spec) {
        Tail tail = HeadPlan.tail(live, spec);
        long headTo = tail.fromSeq() - 1;
        boolean nothing = headTo < live.from();
        return new HeadPlan(
                nothing ? Decision.NOTHING_TO_DO : Decision.PRUNE,
                live.mark(),
                live.from(),
                nothing ? live.from() - 1 : headTo,
                0,
                standing,
                standing + live.tokens(live.mark()),
                null,
                List.of(),
                0,
                new SummaryRoom(0, 0));
    }
}
