package dev.pith.starter.engine;

/** A schedule cannot be made, or is not there; the message says which, and how to go on. */
public final class ScheduleRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ScheduleRefusedException(String words, Throwable cause) {
        super(words, cause);
    }
}
