package dev.pith.activities.store;

/** A stored value violates an invariant. Continuing would lose data. */
public final class BrokenInvariantException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public BrokenInvariantException(String message) {
        super(message);
    }
}
