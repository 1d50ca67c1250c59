package dev.pith.activities.compaction;

import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Messages;
import java.util.List;
import java.util.stream.Stream;

/** Reads the messages of a range page by page, so that a long range never stands in memory. */
public final class MessageReading {

    private static final int PAGE = 200;

    private MessageReading() {}

    /** The messages of a range that are not abandoned, in order. */
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
