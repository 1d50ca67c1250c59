package dev.pith.starter.web.view;

import dev.pith.activities.memory.Flush;
import dev.pith.activities.memory.FlushState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A memory flush.
 *
 * @param from the first message whose memories it writes
 * @param to the last one
 * @param attempts failed attempts
 * @param due the earliest time of the next attempt; null if none is to come
 * @param memories the number of new memories; null until done
 */
public record FlushView(
        long id,
        long from,
        long to,
        FlushState state,
        int attempts,
        @Nullable Instant due,
        @Nullable Integer memories,
        @Nullable String error,
        Instant created,
        @Nullable Instant ended) {

    /** Returns a flush. */
    public static FlushView of(Flush one) {
        return new FlushView(
                one.id(),
                one.fromSeq(),
                one.toSeq(),
                one.state(),
                one.attempts(),
                one.pending() ? one.due() : null,
                one.memories(),
                one.error(),
                one.created(),
                one.ended());
    }
}
