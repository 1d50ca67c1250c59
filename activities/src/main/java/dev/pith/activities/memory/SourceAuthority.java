package dev.pith.activities.memory;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.StoredMessage;

/**
 * Ranks sources by trust: persons first, then agents, then native summaries, which retell what others said. Harness
 * text is never the source of a memory and ranks last.
 */
public final class SourceAuthority {

    private SourceAuthority() {}

    /**
     * Returns the author of a message; the prompt of a subagent counts as an agent's words, though its origin is
     * {@code PERSON}.
     */
    public static Origin speaker(StoredMessage message, Conversation conversation) {
        boolean prompted =
                message.origin() == Origin.PERSON && !conversation.subagentId().isEmpty();
        return prompted ? Origin.AGENT : message.origin();
    }

    /** Returns the less trusted of two origins. */
    public static Origin least(Origin one, Origin other) {
        return rank(one) >= rank(other) ? one : other;
    }

    /** Returns whether one origin is at least as trusted as another. */
    public static boolean atLeast(Origin one, Origin other) {
        return rank(one) <= rank(other);
    }

    private static int rank(Origin origin) {
        return switch (origin) {
            case PERSON -> 0;
            case AGENT -> 1;
            case NATIVE_SUMMARY -> 2;
            case HARNESS -> 3;
        };
    }
}
