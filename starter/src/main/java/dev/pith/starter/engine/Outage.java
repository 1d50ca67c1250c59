package dev.pith.starter.engine;

import dev.pith.activities.store.StoreOutage;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * A full disk or an unreachable server, which a user can fix, unlike a defect of Pith.
 *
 * @param what what is the matter, without addresses and other internals
 * @param words the problem and its cure in one line, for the user of a command
 */
public record Outage(String what, String words) {

    /** PostgreSQL's SQLSTATE for a full disk. */
    private static final String DISK_FULL = "53100";

    /** Limit on the length of a cause chain; a longer one is a cycle. */
    private static final int DEEPEST = 20;

    /** Returns the problem and its cure in one line; empty if the exception is neither. */
    public static Optional<String> words(Throwable thrown) {
        return of(thrown).map(Outage::words);
    }

    /** Returns the outage behind an exception; empty if it is neither. */
    public static Optional<Outage> of(Throwable thrown) {
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
                return Optional.of(new Outage(
                        "Temporal ended or does not answer",
                        "Temporal ended or does not answer (" + grpc.getStatus().getCode()
                                + "): when it runs again, the same command goes on from what was stored"));
            }
            if (StoreOutage.is(at)) {
                return Optional.of(new Outage(
                        "the connection to PostgreSQL was lost",
                        "the connection to PostgreSQL was lost (" + said
                                + "): when it runs again, the same command goes on from what was stored"));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    private static boolean isAway(Status.Code code) {
        return code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED;
    }

    private static Outage full(String who, String said) {
        return new Outage(
                "the disk that " + who + " is full",
                "the disk that " + who + " is full (" + said
                        + "): free some space, then the same command goes on from what was stored");
    }

    private static boolean isFull(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return lower.contains("no space left on device") || lower.contains("disk quota exceeded");
    }
}
