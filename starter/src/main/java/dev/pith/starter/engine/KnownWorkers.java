package dev.pith.starter.engine;

import dev.pith.activities.store.Database;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * The workers that can call an endpoint, as far as Temporal knows. After a restart Temporal learns them only when they
 * poll again. Thread-safe.
 */
record KnownWorkers(TemporalConnection temporal, Database database) {

    /** A worker polls again within seconds after its Temporal is back. */
    private static final Duration RETURN = Duration.ofSeconds(10);

    private static final long LOOK_MILLIS = 250;

    /** Returns whether Temporal may not know its workers yet. */
    boolean mayLack() {
        return temporal.outage().within(Pollers.LONGEST_POLL);
    }

    /**
     * Returns whether any worker polls an endpoint's queue. After an outage, a negative answer is trusted only after
     * some seconds.
     *
     * @throws UnreachableException if Temporal does not answer
     */
    boolean any(String endpoint) {
        return patiently(() -> Pollers.any(temporal.client(), database, endpoint));
    }

    /** Returns whether any worker runs workflows of the store, with the same patience. */
    boolean any() {
        return patiently(() -> Pollers.any(temporal.client(), database.storeId()));
    }

    private boolean patiently(BooleanSupplier found) {
        Instant latest = Instant.now().plus(mayLack() ? RETURN : Duration.ZERO);
        try {
            boolean any = found.getAsBoolean();
            while (!any && Instant.now().isBefore(latest) && paused()) {
                any = found.getAsBoolean();
            }
            return any;
        } catch (StatusRuntimeException e) {
            throw new UnreachableException("Temporal does not answer: " + RootCause.message(e), e);
        }
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
