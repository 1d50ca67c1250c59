package dev.pith.activities.calling;

import org.jspecify.annotations.Nullable;

/** Tells work in progress that nobody wants its result any more. Thread-safe. */
public final class Stop {

    private boolean told;
    private @Nullable Runnable cut;

    /** Ends what runs now, and what will run. */
    public synchronized void now() {
        told = true;
        if (cut != null) {
            cut.run();
        }
    }

    /** Whether it was told. */
    public synchronized boolean told() {
        return told;
    }

    /** From now on this is how the work is ended; at once where that was told before. */
    synchronized void by(Runnable how) {
        cut = how;
        if (told) {
            how.run();
        }
    }

    /** The work has ended by itself. */
    synchronized void done() {
        cut = null;
    }
}
