package dev.pith.workflows.backfill;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

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
    BackfillProgress after(Turn turn, int nowInFlight) {
        Map<ItemOutcome, Long> sums = new EnumMap<>(ItemOutcome.class);
        sums.putAll(outcomes);
        turn.outcomes().forEach((outcome, count) -> sums.merge(outcome, (long) count, Long::sum));
        return new BackfillProgress(nowInFlight, sums, turn.note());
    }

    /** How many have ended. */
    public long ended() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** For Temporal's UI. */
    String details() {
        String counts = outcomes.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        return ended() + " ended" + (counts.isEmpty() ? "" : " (" + counts + ")") + ", " + inFlight + " in flight"
                + (note.isEmpty() ? "" : ": " + note);
    }
}
