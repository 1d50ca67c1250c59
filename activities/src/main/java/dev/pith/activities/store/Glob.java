package dev.pith.activities.store;

import java.util.regex.Pattern;

/** Globs as regular expressions that PostgreSQL understands: * and ? as in shells, ** across folders, all else as it stands. */
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
