package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.planning.LastRequest;
import dev.pith.activities.planning.LiveSizes;
import dev.pith.activities.planning.MessageSize;
import dev.pith.activities.store.MessageSizes;
import dev.pith.activities.store.Messages;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The message sizes of a stored conversation, read within one transaction.
 *
 * @param version the context version; only its abandoned ranges are used
 * @param from the first message that no summary covers
 * @param mark the last message
 */
record StoredSizes(Handle handle, ContextVersion version, long from, long mark) implements LiveSizes {

    @Override
    public Stream<MessageSize> newestFirst() {
        return handle.attach(MessageSizes.class).backward(version.conversation(), from(), mark, version.abandoned());
    }

    @Override
    public Stream<MessageSize> inOrder(long to) {
        return handle.attach(MessageSizes.class).forward(version.conversation(), from(), to, version.abandoned());
    }

    @Override
    public long countAfter(long seq) {
        return handle.attach(Messages.class).count(version.conversation(), seq + 1, mark, version.abandoned());
    }

    @Override
    public long tokens(long to) {
        return handle.attach(Messages.class).tokens(version.conversation(), from(), to, version.abandoned());
    }

    @Override
    public Optional<LastRequest> lastOfPerson() {
        return handle.attach(Messages.class)
                .lastOfPerson(version.conversation(), mark, version.abandoned())
                .map(message -> new LastRequest(message.seq(), message.tokens()));
    }
}
