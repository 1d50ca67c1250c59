package dev.pith.activities.model;

import org.jspecify.annotations.Nullable;

/**
 * The context window that a server reports.
 *
 * @param tokens prompt and answer together, above 0
 * @param teller who told: the server's name and the path that was asked
 * @param slots how many calls it says it serves at the same time, above 0; null where it does not say
 */
public record ToldWindow(
        int tokens, String teller, @Nullable Integer slots) {

    /** Of a server that tells no slots. */
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
