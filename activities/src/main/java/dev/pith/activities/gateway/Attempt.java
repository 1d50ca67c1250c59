package dev.pith.activities.gateway;

import java.time.Instant;
import java.util.function.LongConsumer;

/**
 * One attempt at a piece of work.
 *
 * @param due when the work was first due
 * @param stop tells that nobody wants the result any more
 * @param alive told how far the reading is, so that the caller can say that work goes on
 */
public record Attempt(Instant due, CancellationToken stop, LongConsumer alive) {

    /** One that nobody watches. */
    public static Attempt unwatched() {
        return new Attempt(Instant.now(), new CancellationToken(), seq -> {});
    }
}
