package dev.pith.workflows.backfill;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The progress of a backfill.
 *
 * @param inFlight the number of conversations in flight
 * @param outcomes the number of ended items by outcome
 * @param note what it waits for, for users; empty while it works
 */
public record BackfillProgress(int inFlight, Map<ItemOutcome, Long> outcomes, String note) {

    /** The progress of a backfill that begins. */
    public static final BackfillProgress NOTHING = new BackfillProgress(0, Map.of(), "");

    public BackfillProgress {
        outcomes = Map.copyOf(outcomes);
    }

    /** Returns the progress after a dispatch round. */
    BackfillProgress after(Dispatch dispatch, int nowInFlight) {
        Map<ItemOutcome, Long> sums = new EnumMap<>(ItemOutcome.class);
        sums.putAll(outcomes);
        dispatch.outcomes().forEach((outcome, count) -> sums.merge(outcome, (long) count, Long::sum));
        return new BackfillProgress(nowInFlight, sums, dispatch.note());
    }

    /** Returns the number of ended items. */
    public long ended() {
        long sum = 0;
        for (long count : outcomes.values()) {
            sum += count;
        }
        return sum;
    }

    /** Returns the details for Temporal's UI. */
    String details() {
        StringJoiner counts = new StringJoiner(", ", " (", ")").setEmptyValue("");
        for (ItemOutcome outcome : ItemOutcome.values()) {
            if (outcomes.containsKey(outcome)) {
                counts.add(outcomes.get(outcome) + " " + outcome);
            }
        }
        return ended() + " ended" + counts + ", " + inFlight + " in flight" + (note.isEmpty() ? "" : ": " + note);
    }
}
