package dev.pith.activities.memory;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.StoredMessage;

/**
 * Ranks sources by trust: persons first, then agents, then native summaries, which retell what others said. Harness text is no
 * source.
 */
public final class SourceAuthority {

    private SourceAuthority() {}

    /** Who speaks in a message; who prompts a subagent is an agent, though it stands where persons stand. */
    public static Origin speaker(StoredMessage message, Conversation conversation) {
        boolean prompted =
                message.origin() == Origin.PERSON && !conversation.subagentId().isEmpty();
        return prompted ? Origin.AGENT : message.origin();
    }

    /** The less trusted of two. */
    public static Origin least(Origin one, Origin other) {
        return rank(one) >= rank(other) ? one : other;
    }

    /** Whether the words of one are worth at least as much as those of another. */
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
