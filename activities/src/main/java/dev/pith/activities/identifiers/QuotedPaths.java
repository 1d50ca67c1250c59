package dev.pith.activities.identifiers;

import org.jspecify.annotations.Nullable;

/** Finds quoted paths with Chinese, Japanese or Korean segments; the quotes delimit them. */
final class QuotedPaths {

    private static final int LONGEST = 200;

    private QuotedPaths() {}

    static boolean isQuote(char c) {
        return c == '`' || c == '"' || c == '\'';
    }

    /** Returns the path between a quote and the next quote of the same kind, or null if there is none. */
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
