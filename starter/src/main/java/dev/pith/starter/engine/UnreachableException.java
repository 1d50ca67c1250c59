package dev.pith.starter.engine;

/** A server cannot be reached; the message names it and the cure. */
public final class UnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
