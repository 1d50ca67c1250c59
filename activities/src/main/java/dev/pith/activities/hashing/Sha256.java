package dev.pith.activities.hashing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts. */
public final class Sha256 {

    /** Stands between parts that are hashed together; no text that people write holds it. */
    private static final String BETWEEN = "\u001f";

    private Sha256() {}

    /** The hash of parts in their order, as 64 hexadecimal digits. */
    public static String hex(String... parts) {
        byte[] bytes = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
