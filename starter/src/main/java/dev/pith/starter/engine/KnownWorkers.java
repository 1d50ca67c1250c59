package dev.pith.starter.engine;

import dev.pith.activities.store.Database;
import java.time.Duration;
import java.time.Instant;

/**
 * Who can call an endpoint, as far as Temporal knows: one that has just come back learns it only when the workers poll
 * again. Thread-safe.
 */
record KnownWorkers(TemporalConnection temporal, Database database) {

    /** A worker whose Temporal is back polls again within seconds. */
    private static final Duration RETURN = Duration.ofSeconds(10);

    private static final long LOOK_MILLIS = 250;

    /** Whether Temporal may not know its workers yet. */
    boolean mayLack() {
        return temporal.outage().within(Pollers.LONGEST_POLL);
    }

    /** Whether any worker takes an endpoint's work; none is believed only after some seconds where Temporal was away. */
    boolean any(String endpoint) {
        Instant latest = Instant.now().plus(mayLack() ? RETURN : Duration.ZERO);
        boolean any = Pollers.any(temporal.client(), database, endpoint);
        while (!any && Instant.now().isBefore(latest) && paused()) {
            any = Pollers.any(temporal.client(), database, endpoint);
        }
        return any;
    }

    private static boolean paused() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
