package dev.pith.starter.cli.search;

import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import java.util.List;
import java.util.Locale;

/** Finds summaries by a beginning of their id. */
public final class SummaryLookup {

    private SummaryLookup() {}

    /** Returns the summaries whose id begins so, at most two: none, the one that is meant, or a sign that there are more. */
    public static List<Summary> matching(Database database, String typed) {
        return typed.matches("[0-9A-Za-z]+")
                ? database.table(Summaries.class).startingWith(typed.toLowerCase(Locale.ROOT), 2)
                : List.of();
    }
}
