package dev.pith.activities.gateway;

import org.jspecify.annotations.Nullable;

/** Carries the priority of a piece of work, and cancels it. Thread-safe. */
public final class CancellationToken {

    private static final int USUAL = 3;

    private final int priority;
    private boolean told;
    private @Nullable Runnable cut;

    /** Creates a token of background priority. */
    public CancellationToken() {
        this(USUAL);
    }

    /** Creates a token. */
    public CancellationToken(int priority) {
        this.priority = priority;
    }

    /** Returns the priority, 1 to 5; lower runs sooner. */
    int priority() {
        return priority;
    }

    /** Cancels the running work and all that follows. */
    public synchronized void now() {
        told = true;
        if (cut != null) {
            cut.run();
        }
    }

    /** Returns whether it is canceled. */
    public synchronized boolean told() {
        return told;
    }

    /** Sets the action that ends the running work. Runs it at once if the token is already canceled. */
    synchronized void by(Runnable how) {
        cut = how;
        if (told) {
            how.run();
        }
    }

    /** Removes the action after the work has ended. */
    synchronized void done() {
        cut = null;
    }
}
