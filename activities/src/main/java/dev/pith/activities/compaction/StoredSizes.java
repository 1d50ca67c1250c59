package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.planning.LastRequest;
import dev.pith.activities.planning.LiveSizes;
import dev.pith.activities.planning.MessageSize;
import dev.pith.activities.planning.SizesFrom;
import dev.pith.activities.store.MessageSizes;
import dev.pith.activities.store.Messages;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The message sizes of a stored conversation, read within one transaction.
 *
 * @param version the context version; only its abandoned and pruned ranges are used
 * @param from the first message that no summary covers
 * @param mark the last message
 */
record StoredSizes(Handle handle, ContextVersion version, long from, long mark) implements LiveSizes {

    /** Returns the sizes of a conversation of {@code messages} messages, from any of them on. */
    static SizesFrom any(Handle handle, ContextVersion version, long messages) {
        ContextVersion unpruned = version.unpruned();
        return new SizesFrom() {
            @Override
            public LiveSizes inContext(long from) {
                return new StoredSizes(handle, version, from, messages);
            }

            @Override
            public LiveSizes asWritten(long from) {
                return new StoredSizes(handle, unpruned, from, messages);
            }
        };
    }

    @Override
    public Stream<MessageSize> newestFirst() {
        return handle.attach(MessageSizes.class)
                .backward(version.conversation(), from(), mark, version.abandoned(), version.pruned());
    }

    @Override
    public Stream<MessageSize> inOrder(long to) {
        return handle.attach(MessageSizes.class)
                .forward(version.conversation(), from(), to, version.abandoned(), version.pruned());
    }

    @Override
    public long countAfter(long seq) {
        return handle.attach(Messages.class).count(version.conversation(), seq + 1, mark, version.abandoned());
    }

    @Override
    public long tokens(long to) {
        return handle.attach(Messages.class)
                .tokens(version.conversation(), from(), to, version.abandoned(), version.pruned());
    }

    @Override
    public Optional<LastRequest> lastOfPerson() {
        return handle.attach(Messages.class)
                .lastOfPerson(version.conversation(), mark, version.abandoned())
                .map(message -> new LastRequest(message.seq(), message.tokens()));
    }
}
