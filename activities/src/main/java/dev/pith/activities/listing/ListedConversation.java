package dev.pith.activities.listing;

import dev.pith.activities.conversation.Conversation;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in a list.
 *
 * @param at the time of its newest message, or of the import if the source has no times
 * @param compactedThrough the last message that its context replaces; 0 if it was never compacted
 * @param contextTokens the tokens of its context
 * @param running its running compaction; null if none runs
 */
public record ListedConversation(
        @Nested Conversation conversation,
        Instant at,
        long compactedThrough,
        long contextTokens,
        @Nullable String running) {

    /** Returns the mark after this row. */
    public PageMark mark() {
        return new PageMark(at, conversation.id());
    }
}
