package dev.pith.starter.runtime;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something outside this process that tells nobody when it happens. */
final class Poll {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(10);

    private Poll() {}

    /** True as soon as the condition holds, false when it still does not after this long. */
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
