package dev.pith.activities.intake;

import dev.pith.activities.conversation.ConversationHeader;
import org.jspecify.annotations.Nullable;

/**
 * The result of an import for one conversation.
 *
 * @param conversation the conversation's id in the store
 * @param created whether the conversation is new
 * @param appended new messages, revisions included
 * @param known messages that were stored before
 * @param revised appended messages that change an earlier one of the same id
 * @param abandoned messages abandoned by a rewind or a revision
 * @param replaces the conversation of the same path that this file does not continue; null if it continues it
 * @param total the number of messages of the conversation afterwards
 */
public record Receipt(
        String conversation,
        ConversationHeader header,
        boolean created,
        long appended,
        long known,
        long revised,
        long abandoned,
        @Nullable String replaces,
        long total) {

    /** Returns whether the import changed anything. */
    public boolean isNews() {
        return created || appended > 0 || revised > 0 || abandoned > 0;
    }
}
