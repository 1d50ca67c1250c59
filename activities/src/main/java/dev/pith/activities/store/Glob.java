package dev.pith.activities.store;

import java.util.regex.Pattern;

/** Translates globs to regular expressions of PostgreSQL: * and ? as in shells, ** across folders, all else literally. */
public final class Glob {

    private static final Pattern SPECIAL = Pattern.compile("[.\\\\+^$()\\[\\]{}|]");

    private Glob() {}

    public static String pattern(String glob) {
        String plain = SPECIAL.matcher(glob).replaceAll("\\\\$0");
        return "^"
                + plain.replace("**", "\0")
                        .replace("*", "[^/]*")
                        .replace("\0", ".*")
                        .replace("?", "[^/]") + "$";
    }
}
