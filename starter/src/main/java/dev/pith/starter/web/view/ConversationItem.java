package dev.pith.starter.web.view;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.listing.ListedConversation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list.
 *
 * @param contextTokens the size of its context now
 * @param window the context window that it is measured against
 * @param running its running compaction; null if none runs
 */
public record ConversationItem(
        String id,
        String title,
        String source,
        @Nullable String project,
        boolean subagent,
        long messages,
        long tokens,
        long contextTokens,
        int window,
        int version,
        long compactedThrough,
        Instant latest,
        @Nullable String running) {

    /** Returns a row of the list. */
    public static ConversationItem of(ListedConversation listed, String title, int window) {
        Conversation one = listed.conversation();
        return new ConversationItem(
                one.id(),
                title,
                one.source(),
                one.project(),
                !one.subagentId().isEmpty(),
                one.messages(),
                one.tokens(),
                listed.contextTokens(),
                window,
                one.contextVersion(),
                listed.compactedThrough(),
                listed.at(),
                listed.running());
    }
}
