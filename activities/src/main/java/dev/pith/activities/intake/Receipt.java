package dev.pith.activities.intake;

import dev.pith.activities.conversation.ConversationHeader;
import org.jspecify.annotations.Nullable;

/**
 * What an import did to one conversation.
 *
 * @param created it was not in the store before
 * @param appended messages that are new
 * @param known messages that were there already
 * @param revised appended messages that change an earlier one under the same id
 * @param abandoned messages that a rewind or a revision left behind
 * @param replaces the conversation of the same path that this file does not continue, and which stays as it is
 * @param total how many messages the conversation has now
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
        long total) {}
