package dev.pith.starter.engine;

/** What is at the bottom of a failure: the words that help a user. */
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
