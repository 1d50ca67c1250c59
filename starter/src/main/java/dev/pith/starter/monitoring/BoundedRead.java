package dev.pith.starter.monitoring;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a server that may be away: on a thread of its own, once at a time, and the reader waits only so long.
 * Thread-safe.
 */
final class BoundedRead<T> {

    private final Callable<T> source;
    private final Duration fresh;
    private final Duration patience;
    private @Nullable FutureTask<T> reading;
    private long begun;

    /**
     * Creates a read.
     *
     * @param source may block, and may throw
     * @param fresh how long a value is used before it is read again; a failure is not kept
     * @param patience how long a reader waits
     */
    BoundedRead(Callable<T> source, Duration fresh, Duration patience) {
        this.source = source;
        this.fresh = fresh;
        this.patience = patience;
    }

    /** Begins to read, if there is no fresh value. */
    void begin() {
        FutureTask<T> unused = current();
    }

    /** Returns the value; empty if the read failed or takes longer than the patience. */
    Optional<T> get() {
        try {
            return Optional.of(current().get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized FutureTask<T> current() {
        FutureTask<T> known = reading;
        if (known != null && (!known.isDone() || isFresh(known))) {
            return known;
        }
        FutureTask<T> next = new FutureTask<>(source);
        Thread thread = new Thread(next, "pith-monitoring");
        thread.setDaemon(true);
        thread.start();
        reading = next;
        begun = System.nanoTime();
        return next;
    }

    private boolean isFresh(FutureTask<T> known) {
        if (System.nanoTime() - begun > fresh.toNanos()) {
            return false;
        }
        try {
            known.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
