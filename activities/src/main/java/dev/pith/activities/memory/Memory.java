package dev.pith.activities.memory;

import dev.pith.activities.conversation.Origin;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stored memory.
 *
 * @param flush the flush that wrote it; null once the row of that flush has expired
 * @param day the day of the last message of the flushed range, in UTC; also the name of its file
 * @param project the working directory of its conversation; null if unknown
 * @param supersededBy the memory that replaced it; null if none did
 * @param sightings how often it was extracted, at least 1
 * @param lastDay the day of its last sighting
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

    /** Returns whether the memory is in force: neither superseded nor forgotten. */
    public boolean holds() {
        return state == MemoryState.ACTIVE || state == MemoryState.EDITED;
    }
}
