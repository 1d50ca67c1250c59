package dev.pith.activities.store;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges of messages page by page, so that a long range is never entirely in memory. Text that is stored again
 * elsewhere, e.g. in a summary, must be read as {@link StoredMessage#legible}, since PostgreSQL refuses some
 * characters.
 */
public final class MessageReading {

    private static final int PAGE = 200;

    private MessageReading() {}

    /** Streams messages as {@link #of} does, with characters that PostgreSQL refuses replaced. */
    public static Stream<StoredMessage> legible(
            Database database, String conversation, long from, long to, Ranges without) {
        return of(database, conversation, from, to, without).map(StoredMessage::legible);
    }

    /** Returns the message of a person that a summary must open with; null if the compaction has none. */
    public static @Nullable StoredMessage pinned(Messages messages, Compaction compaction) {
        return compaction.pinned() == null
                ? null
                : messages.at(compaction.conversation(), compaction.pinned())
                        .orElseThrow()
                        .legible();
    }

    /** Returns that message if it lies within a range; null otherwise. */
    public static @Nullable StoredMessage pinnedIn(Messages messages, Compaction compaction, long from, long to) {
        Long pinned = compaction.pinned();
        return pinned != null && from <= pinned && pinned <= to ? pinned(messages, compaction) : null;
    }

    /** Streams the messages of a range without the ranges in {@code without}, in order and as they were written. */
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
