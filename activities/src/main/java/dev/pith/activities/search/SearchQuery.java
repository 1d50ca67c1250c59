package dev.pith.activities.search;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is searched for. A null filter lets everything pass.
 *
 * @param text words; parts in double quotes, paths and ids must occur as they are
 * @param conversation the id of a conversation
 * @param project the directory of the conversation, or one above it
 * @param source the program that the conversation came from, such as {@code claude-code}
 * @param branch the version control branch of the conversation
 * @param role the role of a message; only messages have one
 * @param origin who wrote a message, or the message that a memory was found in
 * @param since the earliest time of a message, a summary's last message, or a memory's day; inclusive
 * @param until the latest such time; exclusive
 * @param limit the most results, 1 to {@value #MOST}
 */
public record SearchQuery(
        String text,
        @Nullable ItemKind kind,
        @Nullable String conversation,
        @Nullable String project,
        @Nullable String source,
        @Nullable String branch,
        @Nullable Role role,
        @Nullable Origin origin,
        @Nullable Instant since,
        @Nullable Instant until,
        int limit) {

    /** The highest limit. */
    public static final int MOST = 200;

    /** The longest text, in characters. */
    public static final int LONGEST = 1_000;

    public SearchQuery {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("the query has " + text.length() + " characters, may have " + LONGEST
                    + ": search for the words that matter");
        }
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("the limit is " + limit + ", must be 1 to " + MOST);
        }
    }

    /** Returns a query without filters. */
    public static SearchQuery of(String text, int limit) {
        return new SearchQuery(text, null, null, null, null, null, null, null, null, null, limit);
    }
}
