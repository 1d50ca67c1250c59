package dev.pith.activities.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Finds base64 credentials: {@code Basic …}, {@code "auth": "…"} of Docker, {@code _auth=…} of npm. */
final class EncodedCredentials {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 2_000;
    private static final int NEAR = 8;

    private EncodedCredentials() {}

    /** Returns the value after the name or scheme that ends here if it decodes to {@code user:password}, else null. */
    static @Nullable Finding at(String text, int to) {
        int from = to;
        while (from < text.length() && from < to + NEAR && " \t\"'\\:=".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        int end = from == to
                ? from
                : Alphabet.BASE64.end(text, from, (int) Math.min(text.length(), (long) from + LONGEST));
        return isPair(text.substring(from, end))
                ? new Finding(from, end, SecretKind.TOKEN, SecretForm.ENCODED_CREDENTIALS)
                : null;
    }

    private static boolean isPair(String encoded) {
        if (encoded.length() < SHORTEST || encoded.length() == LONGEST) {
            return false;
        }
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String pair = new String(decoded, StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return colon > 0
                && colon < pair.length() - 1
                && pair.chars().noneMatch(c -> c < ' ' || c == 127 || c == 0xFFFD)
                && !pair.substring(colon + 1).isBlank();
    }
}
