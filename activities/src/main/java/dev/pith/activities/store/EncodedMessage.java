package dev.pith.activities.store;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.tokens.TokenCounter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A message ready to be written: what takes time is done, away from the database.
 *
 * @param fingerprint 32 hex digits, the same for the same role and parts
 */
record EncodedMessage(NewMessage message, String parts, int tokens, String fingerprint) {

    private static final int FINGERPRINT_BYTES = 16;
    private static final int MARK_DIGITS = 20;

    static EncodedMessage of(NewMessage message, TokenCounter counter) {
        String parts = PartsJson.write(message.parts());
        return new EncodedMessage(message, parts, counter.count(message.parts()), fingerprint(message, parts));
    }

    boolean sameAs(Messages.Known other) {
        return fingerprint.equals(other.fingerprint());
    }

    /** The fingerprint as it stands in ids. */
    String mark() {
        return fingerprint.substring(0, MARK_DIGITS);
    }

    private static String fingerprint(NewMessage message, String parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(message.role().name().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(parts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
