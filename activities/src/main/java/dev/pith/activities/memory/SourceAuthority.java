package dev.pith.activities.memory;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.StoredMessage;

/**
 * How far words can be trusted by who wrote them: a person's most, then an agent's, then those of a compaction that
 * a tool made itself, which tells again what others said. What a program put in is no source at all.
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
