package dev.pith.starter.engine;

/** A schedule cannot be created or does not exist; the message says which, and what to do. */
public final class ScheduleRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ScheduleRefusedException(String words, Throwable cause) {
        super(words, cause);
    }
}
