package dev.pith.activities.store;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages: a range page by page, so that a long one never stands in memory. What is kept word for word elsewhere is
 * read legible, else the store would refuse it.
 */
public final class MessageReading {

    private static final int PAGE = 200;

    private MessageReading() {}

    /** The same as {@link #of} for whoever makes something of them. */
    public static Stream<StoredMessage> legible(
            Database database, String conversation, long from, long to, Ranges without) {
        return of(database, conversation, from, to, without).map(StoredMessage::legible);
    }

    /** The request that a summary opens with, null where it needs none. */
    public static @Nullable StoredMessage pinned(Messages messages, Compaction compaction) {
        return compaction.pinned() == null
                ? null
                : messages.at(compaction.conversation(), compaction.pinned())
                        .orElseThrow()
                        .legible();
    }

    /** The messages of a range that are not abandoned, in order and as they were written. */
    public static Stream<StoredMessage> of(Database database, String conversation, long from, long to, Ranges without) {
        Messages messages = database.table(Messages.class);
        return Stream.iterate(
                        messages.page(conversation, from, to, without, PAGE),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE
                                ? List.<StoredMessage>of()
                                : messages.page(conversation, page.get(PAGE - 1).seq() + 1, to, without, PAGE))
                .flatMap(List::stream);
    }
}
