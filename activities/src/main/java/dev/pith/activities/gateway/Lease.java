package dev.pith.activities.gateway;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Renews a permit, and cuts its call before another process can hold the permit: when a renewal finds it gone, or no
 * renewal has succeeded for too long. Thread-safe.
 */
final class Lease implements AutoCloseable {

    /** Renewal attempts per lease. */
    private static final int TRIES = 4;

    /** The share of a lease without a renewal after which the call is cut, since cutting takes time. */
    private static final double LAST = 0.9;

    /**
     * Runs renewals. They block on the database, whose outage may last longer than a lease, so the watch has its own
     * thread.
     */
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
     * Starts renewing.
     *
     * @param length the lifetime of a permit that is not renewed
     * @param renewal returns false if the permit is gone; an exception leaves that open
     * @param cut ends the call at once
     */
    Lease(Duration length, BooleanSupplier renewal, Runnable cut) {
        this.length = length.toNanos();
        this.renewal = renewal;
        this.cut = cut;
        long period = this.length / TRIES;
        this.renewals = RENEWALS.scheduleAtFixedRate(this::renew, period, period, TimeUnit.NANOSECONDS);
        this.watch = WATCH.scheduleAtFixedRate(this::watch, period / TRIES, period / TRIES, TimeUnit.NANOSECONDS);
    }

    /** Catches every failure, since a scheduler drops a task that throws. */
    private void renew() {
        long asked = System.nanoTime();
        try {
            if (renewal.getAsBoolean()) {
                renewed = asked;
            } else {
                end();
            }
        } catch (RuntimeException e) {
            // The watch limits how long this may last.
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

    /** Returns whether the lease cut the call. */
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
