package dev.pith.activities.store;

import java.util.regex.Pattern;

/**
 * Translates globs to PostgreSQL regular expressions: {@code *} and {@code ?} match within a path segment, {@code **}
 * across segments; all other characters are literal.
 */
public final class Glob {

    private static final Pattern SPECIAL = Pattern.compile("[.\\\\+^$()\\[\\]{}|]");

    private Glob() {}

    /** Returns an anchored regular expression for a glob. */
    public static String pattern(String glob) {
        String plain = SPECIAL.matcher(glob).replaceAll("\\\\$0");
        return "^"
                + plain.replace("**", "\0")
                        .replace("*", "[^/]*")
                        .replace("\0", ".*")
                        .replace("?", "[^/]") + "$";
    }
}
