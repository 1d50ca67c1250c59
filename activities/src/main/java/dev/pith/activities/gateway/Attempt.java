package dev.pith.activities.gateway;

import java.time.Instant;
import java.util.function.LongConsumer;

/**
 * One attempt at a piece of work.
 *
 * @param due the time when the work first became due
 * @param stop cancels the attempt
 * @param alive receives the position of the reading, for heartbeats
 */
public record Attempt(Instant due, CancellationToken stop, LongConsumer alive) {

    /** Returns an attempt without cancellation and heartbeats, due now. */
    public static Attempt unwatched() {
        return new Attempt(Instant.now(), new CancellationToken(), seq -> {});
    }
}
