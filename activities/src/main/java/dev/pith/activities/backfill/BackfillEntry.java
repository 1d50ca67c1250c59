package dev.pith.activities.backfill;

import dev.pith.workflows.backfill.ItemOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code backfill_item}: a conversation of a backfill, or a file that could not be read.
 *
 * @param number its place in the backfill, from 1
 * @param conversation the id of the conversation; null for an unreadable file
 * @param source the file that the backfill imported it from; null if it was stored before
 * @param compactions the ids of its compactions, in order
 * @param attempts the number of failed attempts that were scheduled for a retry
 * @param due the earliest time of the next attempt
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
     * Returns the outcome.
     *
     * @throws IllegalStateException if it has not ended
     */
    public ItemOutcome ending() {
        if (outcome == null) {
            throw new IllegalStateException("item " + number + " has not ended");
        }
        return outcome;
    }
}
