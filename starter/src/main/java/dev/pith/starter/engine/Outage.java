package dev.pith.starter.engine;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** Recognizes that a server ended or went away under a command: no fault of Pith, and nothing is lost by it. */
public final class Outage {

    private static final String GO_ON = ". What was done is kept: the same command goes on from there";

    private Outage() {}

    /** What a user is told, with the cure; empty where a failure has another reason. */
    public static Optional<String> words(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (at instanceof SQLException sql && isConnection(sql)) {
                return Optional.of("PostgreSQL ended or cannot be reached (" + firstLine(sql) + ")" + GO_ON);
            }
            if (at instanceof StatusRuntimeException grpc
                    && isAway(grpc.getStatus().getCode())) {
                return Optional.of("Temporal ended or cannot be reached ("
                        + grpc.getStatus().getCode() + ")" + GO_ON);
            }
        }
        return Optional.empty();
    }

    /** Classes 08 and 57 of SQLSTATE: connection exceptions, and a server that is shut down. */
    private static boolean isConnection(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        return sql instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("57P");
    }

    private static boolean isAway(Status.Code code) {
        return code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED;
    }

    private static String firstLine(SQLException sql) {
        return String.valueOf(sql.getMessage()).lines().findFirst().orElse("").strip();
    }
}
