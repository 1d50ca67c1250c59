package dev.pith.workflows.backfill;

import java.util.List;

/**
 * The state that continue-as-new passes to the next run.
 *
 * @param run the id of the backfill's run, which stays the same
 * @param inFlight the items that were started and are not settled
 */
public record BackfillCheckpoint(String run, List<BackfillItem> inFlight, BackfillProgress progress) {

    public BackfillCheckpoint {
        inFlight = List.copyOf(inFlight);
    }
}
