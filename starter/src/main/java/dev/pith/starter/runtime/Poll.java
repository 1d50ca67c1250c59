package dev.pith.starter.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Polls for an external condition that sends no notification. */
final class Poll {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);

    private Poll() {}

    /** Returns true as soon as the condition holds, or false if it does not within this time. */
    static boolean until(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new RuntimeProblem("Interrupted while waiting for a server", "Run the command again");
            }
            LockSupport.parkNanos(STEP);
        }
        return true;
    }
}
