package dev.pith.workflows.backfill;

import java.util.List;

/**
 * The items that a backfill workflow holds when it requests a dispatch round.
 *
 * @param known all items that it received and that are not settled
 * @param closed those whose workflow has ended
 * @param taken those that could not be started, because another compaction of their conversation is running
 * @param carried those that an earlier run of the workflow started; this run is not notified of their end
 */
public record InFlight(List<Long> known, List<Long> closed, List<Long> taken, List<Long> carried) {

    public InFlight {
        known = List.copyOf(known);
        closed = List.copyOf(closed);
        taken = List.copyOf(taken);
        carried = List.copyOf(carried);
    }
}
