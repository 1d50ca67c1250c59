package dev.pith.activities.appending;

/** An idempotency key was used before with another body; nothing was stored. */
public final class ReusedKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReusedKeyException(String key) {
        super("the idempotency key " + key + " was used before with another body: use a new key for a new append");
    }
}
