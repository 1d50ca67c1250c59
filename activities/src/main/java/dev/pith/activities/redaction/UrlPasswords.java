package dev.pith.activities.redaction;

import org.jspecify.annotations.Nullable;

/** Finds passwords in URLs: {@code scheme://user:password@host}. */
final class UrlPasswords {

    /** Maximum length of a URL authority, in characters. */
    private static final int LONGEST = 400;

    private UrlPasswords() {}

    /** Returns the password of the URL whose {@code ://} is here, or null. */
    static @Nullable Finding at(String text, int colon) {
        if (!text.startsWith("://", colon) || !Alphabet.ALNUM.at(text, colon - 1)) {
            return null;
        }
        int from = colon + 3;
        int limit = Math.min(text.length(), from + LONGEST);
        int password = -1;
        int at = -1;
        for (int i = from; i < limit && !ends(text.charAt(i)); i++) {
            if (text.charAt(i) == '@') {
                at = i;
            } else if (text.charAt(i) == ':' && password < 0) {
                password = i + 1;
            }
        }
        if (password < 0 || at <= password || !SecretValue.isPasswordInUrl(text.substring(password, at))) {
            return null;
        }
        return new Finding(password, at, SecretKind.PASSWORD, SecretForm.URL);
    }

    private static boolean ends(char c) {
        return c <= ' ' || Character.isWhitespace(c) || "/?#\"'<>`\\[]".indexOf(c) >= 0;
    }
}
