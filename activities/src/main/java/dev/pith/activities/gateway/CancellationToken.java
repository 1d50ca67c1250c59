package dev.pith.activities.gateway;

import org.jspecify.annotations.Nullable;

/** Carries the priority of a piece of work to it, and its cancellation. Thread-safe. */
public final class CancellationToken {

    private static final int USUAL = 3;

    private final int priority;
    private boolean told;
    private @Nullable Runnable cut;

    /** For work of background priority. */
    public CancellationToken() {
        this(USUAL);
    }

    /**
     * For work of a priority.
     *
     * @param priority as in Temporal, 1 to 5; lower runs sooner
     */
    public CancellationToken(int priority) {
        this.priority = priority;
    }

    /** The priority, 1 to 5; lower runs sooner. */
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

    /** Whether it is canceled. */
    public synchronized boolean told() {
        return told;
    }

    /** Sets the action that ends the running work. Runs it at once if the token is canceled already. */
    synchronized void by(Runnable how) {
        cut = how;
        if (told) {
            how.run();
        }
    }

    /** Removes the action: the work has ended. */
    synchronized void done() {
        cut = null;
    }
}
