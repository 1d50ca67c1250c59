package dev.pith.starter.engine;

import dev.pith.activities.store.StoreOutage;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** Distinguishes a full disk and an unreachable server, which a user can fix, from defects of Pith. */
public final class Outage {

    /** PostgreSQL's SQLSTATE for a full disk. */
    private static final String DISK_FULL = "53100";

    /** Limit on the length of a cause chain; a longer one is a cycle. */
    private static final int DEEPEST = 20;

    private Outage() {}

    /** Returns the problem and its cure in one line; empty if the exception is neither. */
    public static Optional<String> words(Throwable thrown) {
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
            if (StoreOutage.is(at)) {
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
