package dev.pith.activities.memory;

import dev.pith.activities.conversation.Origin;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stored memory.
 *
 * @param flush the flush that wrote it; null once the row of that flush has expired
 * @param day the day of the last message of the range, in UTC; also the name of its file
 * @param project the working directory of its conversation
 * @param supersededBy the later memory that replaced it
 * @param sightings how often it was found
 * @param lastDay the day when it was last found
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
