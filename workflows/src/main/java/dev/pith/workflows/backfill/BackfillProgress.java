package dev.pith.workflows.backfill;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Where a backfill stands.
 *
 * @param inFlight conversations that are being worked on
 * @param outcomes how many ended how
 * @param note what it waits for, in words; empty where it works
 */
public record BackfillProgress(int inFlight, Map<ItemOutcome, Long> outcomes, String note) {

    /** Of one that begins. */
    public static final BackfillProgress NOTHING = new BackfillProgress(0, Map.of(), "");

    public BackfillProgress {
        outcomes = Map.copyOf(outcomes);
    }

    /** After a turn. */
    BackfillProgress after(Dispatch dispatch, int nowInFlight) {
        Map<ItemOutcome, Long> sums = new EnumMap<>(ItemOutcome.class);
        sums.putAll(outcomes);
        dispatch.outcomes().forEach((outcome, count) -> sums.merge(outcome, (long) count, Long::sum));
        return new BackfillProgress(nowInFlight, sums, dispatch.note());
    }

    /** How many have ended. */
    public long ended() {
        long sum = 0;
        for (long count : outcomes.values()) {
            sum += count;
        }
        return sum;
    }

    /** For Temporal's UI. */
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
