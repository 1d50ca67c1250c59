package dev.pith.activities.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code flush}.
 *
 * @param day the day of the last message of the range as requested, in UTC
 * @param compaction the compaction that requested it; null if it was requested by hand
 * @param model the model request as JSON; null without a model
 * @param asked 1, plus one for each manual retry and for the switch to extraction without a model
 * @param attempts failed attempts since {@code asked} last changed
 * @param due the earliest time of the next attempt
 * @param memories the number of new memories; null until done
 * @param error the error of the last attempt; null if there was none
 * @param started the time of the first attempt; null before it
 * @param ended when it was done or given up; null while pending
 */
public record Flush(
        long id,
        String conversation,
        long fromSeq,
        long toSeq,
        LocalDate day,
        @Nullable String compaction,
        @Nullable String model,
        FlushState state,
        int asked,
        int attempts,
        Instant due,
        @Nullable Integer memories,
        @Nullable String error,
        Instant created,
        @Nullable Instant started,
        @Nullable Instant ended) {

    /** Returns whether its memories are still to be written. */
    public boolean pending() {
        return state == FlushState.PENDING;
    }

    /** Returns whether its next attempt is due, or within so long: one that waits for its turn is due in milliseconds. */
    public boolean isDue(Instant now, Duration within) {
        return pending() && due.isBefore(now.plus(within));
    }

    /** Returns whether its memories are stored. */
    public boolean done() {
        return state == FlushState.DONE;
    }
}
