package dev.pith.starter.hook;

import java.time.Duration;

/** A watchdog that ends the process with exit code 0 after a timeout. */
public final class Patience {

    private final Thread watch;

    /** Starts the watchdog. */
    public Patience(Duration most) {
        watch = new Thread(() -> endAfter(most), "pith-patience");
        watch.setDaemon(true);
        watch.start();
    }

    /** Stops the watchdog. */
    public void end() {
        watch.interrupt();
    }

    private static void endAfter(Duration most) {
        try {
            Thread.sleep(most.toMillis());
            // Not exit: a shutdown hook may be what hangs.
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
