package dev.pith.activities.model;

import org.jspecify.annotations.Nullable;

/**
 * The context window that a server reports.
 *
 * @param tokens prompt and answer together, above 0
 * @param teller the source: the server's name and the path of the request
 * @param slots the number of calls the server can process at the same time, above 0; null if it does not say
 */
public record ToldWindow(
        int tokens, String teller, @Nullable Integer slots) {

    /** Creates a window of a server that does not report its slots. */
    public ToldWindow(int tokens, String teller) {
        this(tokens, teller, null);
    }

    public ToldWindow {
        if (tokens < 1) {
            throw new IllegalArgumentException("a window of " + tokens + " tokens, told by " + teller + ", is none");
        }
        if (slots != null && slots < 1) {
            throw new IllegalArgumentException(slots + " slots, told by " + teller + ", are none");
        }
    }
}
