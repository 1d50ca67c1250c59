package dev.pith.starter.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the worker of a process shuts down: it accepts no new work and gives running work time to end. What still runs
 * after that is aborted, and another worker starts it again.
 *
 * @param longest the time for running work, above 0; null for the longest timeout of one model call of the worker
 * @param listener receives the events of the shutdown
 */
public record Drain(@Nullable Duration longest, Listener listener) {

    /**
     * For a command whose user waits for it to exit: most model replies in progress are completed and saved in this
     * time.
     */
    static final Drain QUICK = new Drain(Duration.ofSeconds(10), Listener.NOBODY);

    public Drain {
        if (longest != null && (longest.isNegative() || longest.isZero())) {
            throw new IllegalArgumentException("a drain of " + longest + " is none: it must be above 0");
        }
    }

    /** Receives the events of a shutdown, on the thread that performs it. */
    public interface Listener {

        /** Ignores all events. */
        Listener NOBODY = new Listener() {
            @Override
            public void begun(int calls, Duration longest) {}

            @Override
            public void ended(int cut, Duration took) {}
        };

        /**
         * Called when the worker has stopped accepting work.
         *
         * @param calls the number of model calls in flight
         * @param longest the time that they have to end
         */
        void begun(int calls, Duration longest);

        /**
         * Called when no more work is running.
         *
         * @param cut the number of calls that were aborted
         * @param took how long the shutdown waited for calls
         */
        void ended(int cut, Duration took);
    }
}
