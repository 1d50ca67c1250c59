package dev.pith.activities.context;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.planning.MessageSize;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageSizes;
import dev.pith.activities.store.Messages;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Chooses what of a context fits a budget: what is oldest leaves first, summaries before live messages. The newest
 * summary and the fresh tail never leave, even if they alone exceed the budget.
 *
 * @param summaries the live summaries, in order
 * @param messages the number of messages of the conversation
 */
record ContextBudget(Database database, ContextVersion version, List<Summary> summaries, long messages) {

    /** The fresh tail is the live turn, the last message of a person and all that follows, if that is so short. */
    private static final int TAIL_MESSAGES = 32;

    /** What fits: the newest summaries, and the live messages from one on. */
    record Fit(List<Summary> summaries, long fromSeq) {}

    /** Returns what fits into {@code tokens}. */
    Fit within(long tokens) {
        return database.snapshot(handle -> {
            long room = summaries.isEmpty() ? tokens : tokens - framed(summaries.get(summaries.size() - 1));
            long tail = liveTurn(handle);
            long from = messages + 1;
            long used = 0;
            try (Stream<MessageSize> newestFirst = live(handle)) {
                for (Iterator<MessageSize> sizes = newestFirst.iterator(); sizes.hasNext(); ) {
                    MessageSize size = sizes.next();
                    used += size.tokens();
                    if (used > room && size.seq() < tail && from <= messages) {
                        return new Fit(newest(0), from);
                    }
                    from = size.safeStart() ? size.seq() : from;
                }
            }
            return new Fit(newest(room - used), version.compactedThrough() + 1);
        });
    }

    private Stream<MessageSize> live(Handle handle) {
        return handle.attach(MessageSizes.class)
                .backward(
                        version.conversation(),
                        version.compactedThrough() + 1,
                        messages,
                        version.abandoned(),
                        version.pruned());
    }

    /** Returns the first message of the live turn; beyond the last message if that turn is long. */
    private long liveTurn(Handle handle) {
        return handle.attach(Messages.class)
                .lastOfPerson(version.conversation(), messages, version.abandoned())
                .map(StoredMessage::seq)
                .filter(seq -> messages - seq < TAIL_MESSAGES)
                .orElse(messages + 1);
    }

    /** Returns the newest summary, and those before it that fit into the rest. */
    private List<Summary> newest(long rest) {
        int from = Math.max(0, summaries.size() - 1);
        long room = rest;
        while (from > 0 && framed(summaries.get(from - 1)) <= room) {
            from--;
            room -= framed(summaries.get(from));
        }
        return summaries.subList(from, summaries.size());
    }

    private static long framed(Summary summary) {
        return (long) summary.tokens() + SummaryFrame.TOKENS;
    }
}
