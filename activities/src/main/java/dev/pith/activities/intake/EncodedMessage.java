package dev.pith.activities.intake;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.PartsJson;
import dev.pith.activities.tokens.TokenCounter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A message prepared for writing outside of the transaction: tokens counted, parts serialized. */
public final class EncodedMessage {

    private static final int FINGERPRINT_BYTES = 16;
    private static final int MARK_DIGITS = 20;

    private final NewMessage message;
    private final byte[] parts;
    private final int tokens;
    private final String fingerprint;

    private EncodedMessage(NewMessage message, byte[] parts, int tokens, String fingerprint) {
        this.message = message;
        this.parts = parts;
        this.tokens = tokens;
        this.fingerprint = fingerprint;
    }

    /** Counts the tokens of a message and serializes its parts. */
    public static EncodedMessage of(NewMessage message, TokenCounter counter) {
        byte[] parts = PartsJson.write(message.parts());
        return new EncodedMessage(message, parts, counter.count(message.parts()), fingerprint(message, parts));
    }

    NewMessage message() {
        return message;
    }

    /** Returns the parts as JSON in UTF-8; the array must not be modified. */
    byte[] parts() {
        return parts;
    }

    int tokens() {
        return tokens;
    }

    /** Returns 32 hex digits that are equal for equal role and parts. */
    String fingerprint() {
        return fingerprint;
    }

    boolean sameAs(Messages.Known other) {
        return fingerprint.equals(other.fingerprint());
    }

    /** Returns the first 20 digits of the fingerprint, as used in ids. */
    String mark() {
        return fingerprint.substring(0, MARK_DIGITS);
    }

    /** Returns the first 16 digits of the fingerprint as a number. */
    long hash() {
        return Long.parseUnsignedLong(fingerprint, 0, 16, 16);
    }

    private static String fingerprint(NewMessage message, byte[] parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(message.role().name().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(parts);
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
