package dev.pith.activities.search;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a summary was made from, in order.
 *
 * @param next the first message that the budget had no room for; null if everything is here
 */
public record Expansion(List<Piece> pieces, @Nullable Long next) {

    public Expansion {
        pieces = List.copyOf(pieces);
    }

    /** A summary or a message that a summary was made from. */
    public sealed interface Piece permits Child, Original {}

    /** A summary that stands for its own sources. */
    public record Child(Summary summary, String text) implements Piece {}

    /**
     * An original message.
     *
     * @param text its readable text, with the middle left out if it is longer than the budget
     */
    public record Original(StoredMessage message, String text) implements Piece {}
}
