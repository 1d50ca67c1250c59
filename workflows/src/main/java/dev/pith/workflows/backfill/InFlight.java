package dev.pith.workflows.backfill;

import java.util.List;

/**
 * The items that a backfill workflow holds when it asks for a dispatch round.
 *
 * @param known all that it was given and that did not settle yet
 * @param closed those of them whose compaction's workflow has ended
 * @param taken those whose conversation somebody else is working on, so that they could not be started
 * @param carried those that an earlier run of the workflow started, of whose end this one is not told
 */
public record InFlight(List<Long> known, List<Long> closed, List<Long> taken, List<Long> carried) {

    public InFlight {
        known = List.copyOf(known);
        closed = List.copyOf(closed);
        taken = List.copyOf(taken);
        carried = List.copyOf(carried);
    }
}
