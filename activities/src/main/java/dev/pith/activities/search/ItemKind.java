package dev.pith.activities.search;

import java.util.Locale;

/** The kinds of items that a search finds. */
public enum ItemKind {
    /** One message of a conversation. */
    MESSAGE,
    /** A live summary. */
    SUMMARY,
    /** The gist of a conversation. */
    GIST,
    /** A memory that holds. */
    MEMORY;

    /** Returns the name in lower case, as in the index and in output. */
    public String lower() {
        return name().toLowerCase(Locale.ROOT);
    }
}
