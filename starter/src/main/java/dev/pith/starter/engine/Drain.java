package dev.pith.starter.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the worker of a process ends: it takes no new work, and what runs has its time to end. What still runs then is cut, and
 * another worker begins it again.
 *
 * @param longest how much time that is, above 0; null for as long as one call to a model of the worker may take
 * @param listener is told of it
 */
public record Drain(@Nullable Duration longest, Listener listener) {

    /** Of a command whose user waits for it to end: most of what a model writes in this time is saved. */
    static final Drain QUICK = new Drain(Duration.ofSeconds(10), Listener.NOBODY);

    public Drain {
        if (longest != null && (longest.isNegative() || longest.isZero())) {
            throw new IllegalArgumentException("a drain of " + longest + " is none: it must be above 0");
        }
    }

    /** Who is told how a worker ends, on the thread that ends it. */
    public interface Listener {

        /** Nobody. */
        Listener NOBODY = new Listener() {
            @Override
            public void begun(int calls, Duration longest) {}

            @Override
            public void ended(int cut, Duration took) {}
        };

        /**
         * No new work is taken from now on.
         *
         * @param calls how many calls to models run
         * @param longest how much time they have
         */
        void begun(int calls, Duration longest);

        /**
         * Nothing runs any more.
         *
         * @param cut how many calls had to be cut
         * @param took how long they were waited for
         */
        void ended(int cut, Duration took);
    }
}
