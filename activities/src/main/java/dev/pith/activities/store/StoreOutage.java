package dev.pith.activities.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Recognizes outages of the database, and waits for their end. */
public final class StoreOutage {

    /** How long whoever waits for it waits. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Duration TOLD = Duration.ofSeconds(5);

    /** Of SQL's standard: the class of whatever befalls a connection. */
    private static final String CONNECTION = "08";

    /** PostgreSQL shuts down, crashed or starts: 57P01, 57P02 and 57P03. */
    private static final String SHUTDOWN = "57P0";

    private static final long PAUSE_MILLIS = 250;

    /** A chain of causes longer than this leads in a circle. */
    private static final int DEEPEST = 20;

    private StoreOutage() {}

    /** Whether this, apart from its causes, says so. A pool that waits in vain for a connection says it without a state. */
    public static boolean is(Throwable thrown) {
        String state = thrown instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
        return thrown instanceof SQLTransientConnectionException
                || state.startsWith(CONNECTION)
                || state.startsWith(SHUTDOWN);
    }

    /**
     * Does what may be done twice without harm, again and again while the database is away.
     *
     * @throws RuntimeException what the work threw, at last, or at once where it is nothing of the kind
     */
    public static <T> T outlasted(Supplier<T> work) {
        return outlasted(work, () -> {});
    }

    /**
     * The same.
     *
     * @param told what is done once, when the database has been away for some seconds
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

    /** False where nobody waits any more. */
    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS); // A database that is away tells nobody when it is back.
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
