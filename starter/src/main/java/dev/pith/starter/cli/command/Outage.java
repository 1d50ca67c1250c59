package dev.pith.starter.cli.command;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Optional;

/** Tells a full disk and a lost server, which a user can mend, from defects of Pith. */
final class Outage {

    /** PostgreSQL's own code for a full disk. */
    private static final String DISK_FULL = "53100";

    /** Of SQL's standard: the class of whatever befalls a connection. */
    private static final String CONNECTION = "08";

    /** PostgreSQL shuts down, crashed or starts: 57P01, 57P02 and 57P03. */
    private static final String SHUTDOWN = "57P0";

    /** A chain of causes longer than this leads in a circle. */
    private static final int DEEPEST = 20;

    private Outage() {}

    /** What is full or gone, and the cure, on one line; empty where it is neither. */
    static Optional<String> words(Throwable thrown) {
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            String said = String.valueOf(at.getMessage()).lines().findFirst().orElse("");
            String state = at instanceof SQLException sql ? String.valueOf(sql.getSQLState()) : "";
            if (state.equals(DISK_FULL)) {
                return Optional.of(full("PostgreSQL writes to", said));
            }
            if (at instanceof IOException && isFull(said)) {
                return Optional.of(full("Pith writes to", said));
            }
            if (at instanceof StatusRuntimeException grpc
                    && isAway(grpc.getStatus().getCode())) {
                return Optional.of(
                        "Temporal ended or does not answer (" + grpc.getStatus().getCode()
                                + "): when it runs again, the same command goes on from what was stored");
            }
            // A pool that waits in vain for a connection says so without a state.
            if (at instanceof SQLTransientConnectionException
                    || state.startsWith(CONNECTION)
                    || state.startsWith(SHUTDOWN)) {
                return Optional.of("the connection to PostgreSQL was lost (" + said
                        + "): when it runs again, the same command goes on from what was stored");
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    private static boolean isAway(Status.Code code) {
        return code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED;
    }

    private static String full(String who, String said) {
        return "the disk that " + who + " is full (" + said
                + "): free some space, then the same command goes on from what was stored";
    }

    private static boolean isFull(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return lower.contains("no space left on device") || lower.contains("disk quota exceeded");
    }
}
