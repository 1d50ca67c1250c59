package dev.pith.workflows.backfill;

import java.util.List;
import java.util.Map;

/**
 * What a backfill is to do next, as the store says.
 *
 * @param start items to start, in order
 * @param settled numbers of items that are in flight no more
 * @param outcomes how many items got which outcome, those that were skipped included
 * @param canceling whether what is in flight is to be stopped
 * @param over whether nothing is left to do
 * @param waitMillis when to ask again at the latest, whatever happens meanwhile
 * @param note what it waits for, in words; empty where it works
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
