package dev.pith.activities.hashing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes SHA-256 hashes of texts. */
public final class Sha256 {

    /** Separator of hashed parts: the control character US, which does not occur in ordinary text. */
    private static final String BETWEEN = "\u001f";

    private Sha256() {}

    /** Returns the hash of the parts in order, as 64 hexadecimal digits. */
    public static String hex(String... parts) {
        byte[] bytes = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
