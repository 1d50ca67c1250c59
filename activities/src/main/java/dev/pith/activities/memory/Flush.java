package dev.pith.activities.memory;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code flush}.
 *
 * @param model how a model is asked, as JSON; null where none is
 * @param state pending, done or failed
 * @param asked how often it was asked for, by hand or with another writer
 * @param attempts how many failed since then
 * @param due when it may be attempted
 * @param memories how many it added, where it is done
 * @param error why the last attempt failed
 * @param started when it was first attempted
 */
public record Flush(
        long id,
        String conversation,
        long fromSeq,
        long toSeq,
        LocalDate day,
        @Nullable String compaction,
        @Nullable String model,
        String state,
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
        return "pending".equals(state);
    }

    /** Whether its memories stand in the store. */
    public boolean done() {
        return "done".equals(state);
    }
}
