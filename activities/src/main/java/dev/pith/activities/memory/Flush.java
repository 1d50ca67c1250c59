package dev.pith.activities.memory;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code flush}.
 *
 * @param model the model request as JSON; null without a model
 * @param asked how often it was requested, by hand or with another model
 * @param attempts failed attempts since then
 * @param due when the next attempt may begin
 * @param memories the number of new memories, once done
 * @param error the error of the last attempt
 * @param started the time of the first attempt
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

    /** Whether its memories are still to be written. */
    public boolean pending() {
        return state == FlushState.PENDING;
    }

    /** Whether its memories stand in the store. */
    public boolean done() {
        return state == FlushState.DONE;
    }
}
