package dev.pith.activities.gateway;

import org.jspecify.annotations.Nullable;

/** What whoever wants a piece of work tells it: how soon it is wanted, and that nobody wants it any more. Thread-safe. */
public final class CancellationToken {

    private static final int USUAL = 3;

    private final int priority;
    private boolean told;
    private @Nullable Runnable cut;

    /** Of work that nobody waits for. */
    public CancellationToken() {
        this(USUAL);
    }

    /**
     * Of work that somebody waits for, or can wait long.
     *
     * @param priority as Temporal knows it, 1 to 5: the lower is sooner
     */
    public CancellationToken(int priority) {
        this.priority = priority;
    }

    /** How soon it is wanted: the lower, the sooner. */
    int priority() {
        return priority;
    }

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
