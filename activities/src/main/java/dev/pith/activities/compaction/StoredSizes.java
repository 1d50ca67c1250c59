package dev.pith.activities.compaction;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.planning.LiveSizes;
import dev.pith.activities.planning.MessageSize;
import dev.pith.activities.store.MessageSizes;
import dev.pith.activities.store.Messages;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * The sizes of a stored conversation's messages, all read within one transaction.
 *
 * @param version the context that is compacted
 */
record StoredSizes(Handle handle, ContextVersion version, long mark) implements LiveSizes {

    @Override
    public long from() {
        return version.compactedThrough() + 1;
    }

    @Override
    public Stream<MessageSize> newestFirst() {
        return handle.attach(MessageSizes.class).backward(version.conversation(), from(), mark, version.abandoned());
    }

    @Override
    public Stream<MessageSize> inOrder(long to) {
        return handle.attach(MessageSizes.class).forward(version.conversation(), from(), to, version.abandoned());
    }

    @Override
    public long tokens(long to) {
        return handle.attach(Messages.class).tokens(version.conversation(), from(), to, version.abandoned());
    }

    @Override
    public Optional<Long> lastOfPerson() {
        return handle.attach(Messages.class)
                .lastOfPerson(version.conversation(), mark, version.abandoned())
                .map(StoredMessage::seq);
    }
}
