package dev.pith.activities.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Recognizes outages of the database, and retries work until they end. */
public final class StoreOutage {

    /** Maximum wait for the database. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration TOLD = Duration.ofSeconds(5);

    /** SQLSTATE class 08 of the SQL standard: connection exceptions. */
    private static final String CONNECTION = "08";

    /** Prefix of PostgreSQL's SQLSTATEs 57P01, 57P02 and 57P03: shutdown, crash and startup. */
    private static final String SHUTDOWN = "57P0";

    private static final long PAUSE_MILLIS = 250;

    /** Maximum depth of a chain of causes, which may be circular. */
    private static final int DEEPEST = 20;

    private StoreOutage() {}

    /**
     * Returns whether this exception itself, apart from its causes, indicates an outage. A pool that times out reports
     * it without an SQLSTATE.
     */
    public static boolean is(Throwable thrown) {
        String state = thrown instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        return thrown instanceof SQLTransientConnectionException
                || state.startsWith(CONNECTION)
                || state.startsWith(SHUTDOWN);
    }

    /**
     * Runs idempotent work, and retries it every 250 ms for up to {@link #LONGEST} while the database is unavailable.
     * Blocks.
     *
     * @throws RuntimeException the exception of the work, if it indicates no outage, the time is over or the thread is
     *     interrupted
     */
    public static <T> T outlasted(Supplier<T> work) {
        return outlasted(work, () -> {});
    }

    /**
     * Runs idempotent work as {@link #outlasted(Supplier)} does.
     *
     * @param told runs once if the database is still unavailable after five seconds
     */
    public static <T> T outlasted(Supplier<T> work, Runnable told) {
        Instant begun = Instant.now();
        Instant latest = begun.plus(LONGEST);
        boolean silent = true;
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                if (!isIn(failure) || Instant.now().isAfter(latest) || !paused()) {
                    throw failure;
                }
                if (silent && Instant.now().isAfter(begun.plus(TOLD))) {
                    silent = false;
                    told.run();
                }
            }
        }
    }

    private static boolean isIn(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (is(at)) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    /** Waits before the next attempt; returns false if the thread was interrupted. */
    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS); // PostgreSQL does not notify clients when it is available again.
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
