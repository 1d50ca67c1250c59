package dev.pith.starter.hook;

import java.time.Duration;

/** Ends the process without an error when something takes too long. */
public final class Patience {

    private final Thread watch;

    /** Begins to wait. */
    public Patience(Duration most) {
        watch = new Thread(() -> endAfter(most), "pith-patience");
        watch.setDaemon(true);
        watch.start();
    }

    /** Nothing takes too long any more. */
    public void end() {
        watch.interrupt();
    }

    private static void endAfter(Duration most) {
        try {
            Thread.sleep(most.toMillis());
            // Not exit: a hook of the virtual machine may be what hangs.
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
