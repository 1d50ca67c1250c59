package dev.pith.workflows.backfill;

import java.util.List;

/**
 * Where a run of the workflow stopped, for the one that continues it.
 *
 * @param run names the backfill's run, which goes on
 * @param inFlight the items that were started and did not settle yet
 */
public record BackfillCheckpoint(String run, List<BackfillItem> inFlight, BackfillProgress progress) {

    public BackfillCheckpoint {
        inFlight = List.copyOf(inFlight);
    }
}
