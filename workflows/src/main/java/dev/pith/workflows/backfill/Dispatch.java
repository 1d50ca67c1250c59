package dev.pith.workflows.backfill;

import java.util.List;
import java.util.Map;

/**
 * The result of a dispatch round.
 *
 * @param start items to start, in order
 * @param settled numbers of items that are no longer in flight
 * @param outcomes the number of items per outcome, skipped ones included
 * @param canceling whether items in flight are to be stopped
 * @param over whether nothing is left to do
 * @param waitMillis the longest wait before the next round
 * @param note what the backfill waits for, in words; empty while it works
 */
public record Dispatch(
        List<BackfillItem> start,
        List<Long> settled,
        Map<ItemOutcome, Integer> outcomes,
        boolean canceling,
        boolean over,
        long waitMillis,
        String note) {

    public Dispatch {
        start = List.copyOf(start);
        settled = List.copyOf(settled);
        outcomes = Map.copyOf(outcomes);
    }
}
