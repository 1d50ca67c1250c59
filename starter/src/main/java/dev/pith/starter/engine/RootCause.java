package dev.pith.starter.engine;

/** Finds the root cause of a failure, whose message helps a user. */
final class RootCause {

    private RootCause() {}

    static Throwable of(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    static String message(Throwable failure) {
        return String.valueOf(of(failure).getMessage());
    }
}
