package dev.pith.activities.store;

/** The store holds what it must never hold; going on would lose something. */
public final class BrokenInvariantException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokenInvariantException(String message) {
        super(message);
    }
}
