package dev.pith.activities.backfill;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Globs as regular expressions that PostgreSQL understands: * and ? as in shells, ** across folders, all else as it stands. */
final class Glob {

    private static final Pattern SPECIAL = Pattern.compile("[.\\\\+^$()\\[\\]{}|]");

    private Glob() {}

    /** The expression of a glob; null of null. */
    static @Nullable String pattern(@Nullable String glob) {
        if (glob == null) {
            return null;
        }
        String plain = SPECIAL.matcher(glob).replaceAll("\\\\$0");
        return "^"
                + plain.replace("**", "\u0000")
                        .replace("*", "[^/]*")
                        .replace("\u0000", ".*")
                        .replace("?", "[^/]") + "$";
    }
}
