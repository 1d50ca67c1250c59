package dev.pith.activities.conversation;

import java.security.SecureRandom;

/** Generates opaque ids: 80 random bits as 16 characters of Crockford's base32 alphabet. */
public final class OpaqueId {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OpaqueId() {}

    /** Returns a new id. */
    public static String next() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
