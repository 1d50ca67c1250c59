package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/** Paths with Chinese, Japanese or Korean segments between quotes, where their ends can be told. */
final class QuotedPaths {

    private static final int LONGEST = 200;

    private QuotedPaths() {}

    static boolean isQuote(char c) {
        return c == '`' || c == '"' || c == '\'';
    }

    /** The path directly behind a quote and up to the next of the same, null where there is none. */
    static @Nullable String at(String text, int quote) {
        boolean wide = false;
        boolean slash = false;
        int most = Math.min(text.length(), quote + 1 + LONGEST);
        for (int i = quote + 1; i < most; i++) {
            char c = text.charAt(i);
            if (c == text.charAt(quote)) {
                String inside = text.substring(quote + 1, i);
                return wide && isName(inside, slash) ? inside : null;
            }
            if (Character.isWhitespace(c) || isQuote(c)) {
                return null;
            }
            wide |= Characters.isCjk(c);
            slash |= c == '/';
        }
        return null;
    }

    private static boolean isName(String inside, boolean slash) {
        return KnownNames.isFile(inside)
                || (slash && (inside.charAt(0) == '/' || inside.indexOf('/') != inside.lastIndexOf('/')));
    }
}
