package dev.pith.activities.backfill;

import dev.pith.workflows.backfill.ItemOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conversation of a backfill, or a file that could not be read.
 *
 * @param conversation null where its file could not be read
 * @param source the file that it was imported from on the way; null where it was stored before
 * @param compactions its compactions, in order
 * @param detail the reason of a failure or retry
 */
public record BackfillEntry(
        long number,
        @Nullable String conversation,
        @Nullable String source,
        ItemState state,
        @Nullable ItemOutcome outcome,
        List<String> compactions,
        int attempts,
        Instant due,
        @Nullable String detail,
        @Nullable Instant started,
        @Nullable Instant ended) {

    public BackfillEntry {
        compactions = List.copyOf(compactions);
    }

    /**
     * How it ended.
     *
     * @throws IllegalStateException where it has not
     */
    public ItemOutcome ending() {
        if (outcome == null) {
            throw new IllegalStateException("item " + number + " has not ended");
        }
        return outcome;
    }
}
