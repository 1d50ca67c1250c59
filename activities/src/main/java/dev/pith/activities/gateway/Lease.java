package dev.pith.activities.gateway;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What keeps a permit alive, and cuts the work that it is for before another may have it: where a renewal finds it gone, and
 * where none has come through for so long that it may be. Thread-safe.
 */
final class Lease implements AutoCloseable {

    /** Renewals are this often tried within a lease. */
    private static final int TRIES = 4;

    /** The work is cut when this share of the lease is over without a renewal: cutting takes time, too. */
    private static final double LAST = 0.9;

    /** Renewals wait for the database, and it may be away for longer than a lease. */
    private static final ScheduledExecutorService RENEWALS = clock("pith-permits");

    private static final ScheduledExecutorService WATCH = clock("pith-leases");

    private final long length;
    private final BooleanSupplier renewal;
    private final Runnable cut;
    private final ScheduledFuture<?> renewals;
    private final ScheduledFuture<?> watch;
    private volatile long renewed = System.nanoTime();
    private volatile boolean over;

    /**
     * Begins now.
     *
     * @param length how long a permit lives without being renewed
     * @param renewal false where it was gone; what it throws says nothing of the permit
     * @param cut ends the work at once
     */
    Lease(Duration length, BooleanSupplier renewal, Runnable cut) {
        this.length = length.toNanos();
        this.renewal = renewal;
        this.cut = cut;
        long period = this.length / TRIES;
        this.renewals = RENEWALS.scheduleAtFixedRate(this::renew, period, period, TimeUnit.NANOSECONDS);
        this.watch = WATCH.scheduleAtFixedRate(this::watch, period / TRIES, period / TRIES, TimeUnit.NANOSECONDS);
    }

    /** A renewal that fails is tried again: the scheduler would not come back after an exception. */
    private void renew() {
        long asked = System.nanoTime();
        try {
            if (renewal.getAsBoolean()) {
                renewed = asked;
            } else {
                end();
            }
        } catch (RuntimeException e) {
            // The watch knows how long that may go on.
        }
    }

    private void watch() {
        if (System.nanoTime() - renewed > length * LAST) {
            end();
        }
    }

    private void end() {
        over = true;
        cut.run();
    }

    /** Whether the work was ended because of it. */
    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        renewals.cancel(false);
        watch.cancel(false);
    }

    private static ScheduledExecutorService clock(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
