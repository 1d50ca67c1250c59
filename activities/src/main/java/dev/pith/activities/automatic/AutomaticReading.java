package dev.pith.activities.automatic;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageSizes;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import dev.pith.activities.store.UnknownConversationException;
import org.jdbi.v3.core.Handle;

/**
 * Reads the state that decides about automatic compaction. Thread-safe.
 *
 * @param window the window of the model that reads the contexts, in tokens
 * @param share the share of it from which on a context is compacted
 */
public record AutomaticReading(Database database, int window, double share) {

    /**
     * Returns the state of a conversation.
     *
     * @throws UnknownConversationException if the conversation is not stored
     */
    public AutomaticRule of(String conversation) {
        return database.snapshot(handle -> {
            Conversation row = handle.attach(Conversations.class)
                    .find(conversation)
                    .orElseThrow(() -> new UnknownConversationException(conversation));
            ContextVersion version = handle.attach(ContextVersions.class).current(conversation);
            AutomaticRows rows = handle.attach(AutomaticRows.class);
            return new AutomaticRule(
                    conversation,
                    fullness(handle, row, version),
                    row.messages(),
                    rows.pausedAt(conversation),
                    version.version(),
                    rows.compactions(conversation, row.messages()));
        });
    }

    /** Counts from the source's own last compaction on, since its program does not send what came before. */
    private Fullness fullness(Handle handle, Conversation row, ContextVersion version) {
        AutomaticRows rows = handle.attach(AutomaticRows.class);
        long system = handle.attach(MessageSizes.class).systemTokens(row.id(), version.abandoned());
        long compacted = rows.lastNativeSummary(row.id(), version.compactedThrough(), version.abandoned());
        long from = compacted == 0 ? version.compactedThrough() + 1 : compacted;
        long summaries = compacted == 0
                ? handle.attach(Summaries.class).inOrder(version.summaries()).stream()
                        .mapToLong(Summary::tokens)
                        .sum()
                : 0;
        long messages = handle.attach(Messages.class)
                .tokens(row.id(), from, row.messages(), version.abandoned(), version.pruned());
        return new Fullness(system + summaries + messages, system, window, share);
    }
}
