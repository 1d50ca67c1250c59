package dev.pith.starter.web.view;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemoryKind;
import dev.pith.activities.memory.MemoryState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A memory.
 *
 * @param from the first message of the range that it was found in
 * @param to the last one
 * @param day the day of its last sighting, in UTC
 */
public record MemoryView(
        String id,
        String conversation,
        long from,
        long to,
        MemoryKind kind,
        MemoryState state,
        Origin source,
        @Nullable String project,
        LocalDate day,
        int sightings,
        String text) {

    /** Returns a memory. */
    public static MemoryView of(Memory one) {
        return new MemoryView(
                one.id(),
                one.conversation(),
                one.fromSeq(),
                one.toSeq(),
                one.kind(),
                one.state(),
                one.source(),
                one.project(),
                one.lastDay(),
                one.sightings(),
                one.text());
    }
}
