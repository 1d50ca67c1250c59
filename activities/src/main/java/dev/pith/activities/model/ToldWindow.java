package dev.pith.activities.model;

/**
 * The context window that a server says it serves.
 *
 * @param tokens prompt and answer together, above 0
 * @param teller who told: the server's name and the path that was asked
 */
public record ToldWindow(int tokens, String teller) {

    public ToldWindow {
        if (tokens < 1) {
            throw new IllegalArgumentException("a window of " + tokens + " tokens, told by " + teller + ", is none");
        }
    }
}
