package dev.pith.activities.appending;

/**
 * Identifies an append, so that a retry stores nothing. It holds within its conversation and for 30 days.
 *
 * @param value chosen by the caller, 1 to {@value #LONGEST} characters
 * @param bodyHash a hash of the request's body: the same key with another body is refused
 */
public record IdempotencyKey(String value, String bodyHash) {

    /** The largest length of a key, in characters. */
    public static final int LONGEST = 255;

    public IdempotencyKey {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("the idempotency key has " + value.length()
                    + " characters: it must have 1 to " + LONGEST + ", not only blanks");
        }
        if (bodyHash.isEmpty()) {
            throw new IllegalArgumentException("bodyHash is empty: it must be a hash of the request's body");
        }
    }
}
