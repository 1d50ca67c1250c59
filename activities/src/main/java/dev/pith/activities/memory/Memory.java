package dev.pith.activities.memory;

import dev.pith.activities.conversation.Origin;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stored memory.
 *
 * @param flush the flush that brought it; null after that flush's row has expired
 * @param day of the last message of the flushed range, in UTC; names the file that it stands in
 * @param project the working directory of its conversation
 * @param supersededBy the later memory that took its place
 * @param sightings how often the same thing was found
 * @param lastDay when it was found last
 */
public record Memory(
        String id,
        String conversation,
        @Nullable Long flush,
        long fromSeq,
        long toSeq,
        LocalDate day,
        MemoryKind kind,
        Origin source,
        @Nullable String project,
        String text,
        MemoryState state,
        @Nullable String supersededBy,
        int sightings,
        LocalDate lastDay,
        Instant created) {

    /** Whether it is to be read: neither superseded nor forgotten. */
    public boolean holds() {
        return state == MemoryState.ACTIVE || state == MemoryState.EDITED;
    }
}
