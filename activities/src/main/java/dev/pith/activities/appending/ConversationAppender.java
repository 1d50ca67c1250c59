package dev.pith.activities.appending;

import dev.pith.activities.conversation.NewMessage;
import dev.pith.activities.intake.Appending;
import dev.pith.activities.intake.EncodedMessage;
import dev.pith.activities.intake.LockedConversation;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.UnknownConversationException;
import dev.pith.activities.tokens.TokenCounter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Appends messages to stored conversations, imported ones included. An append is one transaction that locks the
 * conversation's row; appends to different conversations run in parallel. Thread-safe.
 */
public final class ConversationAppender {

    private final Database database;
    private final TokenCounter counter = TokenCounter.shared();

    public ConversationAppender(Database database) {
        this.database = database;
    }

    /**
     * Appends messages in order.
     *
     * <p>A message without an id is always stored. One with an id is not stored if the id is stored with the same role
     * and parts; with others it is stored and abandons the earlier message, as a revision in an import does. A message
     * without a time gets the time of the append.
     *
     * <p>The key is checked before {@code expectedSeq}, so that a retry after a lost answer succeeds.
     *
     * @param key null if a retry may store the messages again
     * @param expectedSeq the number of the conversation's last message before the append, 0 for an empty one; null if
     *     it does not matter
     * @throws UnknownConversationException if the conversation is not stored
     * @throws ReusedKeyException if the key was used with another body
     * @throws SeqConflictException if the conversation ends with another message
     */
    public Appended append(
            String conversation, List<NewMessage> messages, @Nullable IdempotencyKey key, @Nullable Long expectedSeq) {
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("messages is empty: an append needs at least one message");
        }
        Instant now = database.now();
        List<EncodedMessage> encoded = messages.stream()
                .map(message -> EncodedMessage.of(timed(message, now), counter))
                .toList();
        return database.transact(handle -> {
            try {
                return append(handle, conversation, encoded, key, expectedSeq);
            } catch (SQLException e) {
                throw new IllegalStateException(
                        "messages of conversation " + conversation + " could not be stored: " + e.getMessage(), e);
            }
        });
    }

    private static Appended append(
            Handle handle,
            String conversation,
            List<EncodedMessage> messages,
            @Nullable IdempotencyKey key,
            @Nullable Long expectedSeq)
            throws SQLException {
        LockedConversation locked = LockedConversation.lock(handle, conversation)
                .orElseThrow(() -> new UnknownConversationException(conversation));
        if (key == null) {
            return write(handle, locked, messages, expectedSeq);
        }
        Optional<Appended> earlier = AppendKeys.find(handle.getConnection(), conversation, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        Appended appended = write(handle, locked, messages, expectedSeq);
        AppendKeys.insert(handle.getConnection(), conversation, key, appended);
        return appended;
    }

    private static Appended write(
            Handle handle, LockedConversation locked, List<EncodedMessage> messages, @Nullable Long expectedSeq)
            throws SQLException {
        if (expectedSeq != null && expectedSeq != locked.messages()) {
            throw new SeqConflictException(expectedSeq, locked.messages());
        }
        Appending.Outcome outcome = Appending.append(handle, locked, messages);
        return new Appended(
                locked.messages() + 1,
                outcome.total(),
                Math.toIntExact(outcome.duplicates()),
                outcome.contextVersion(),
                false);
    }

    private static NewMessage timed(NewMessage message, Instant now) {
        return message.created() != null
                ? message
                : new NewMessage(
                        message.uid(),
                        message.parentUid(),
                        message.apiMessageId(),
                        message.role(),
                        message.origin(),
                        message.parts(),
                        now);
    }
}
