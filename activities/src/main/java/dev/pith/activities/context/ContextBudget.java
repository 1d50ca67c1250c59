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
import org.jspecify.annotations.Nullable;

/**
 * Chooses what of a context fits a budget: what is oldest leaves first, summaries before live messages. The newest
 * summary, the last message of a person and a short live turn never leave, even if they alone exceed the budget.
 *
 * @param summaries the live summaries, in order
 * @param messages the number of messages of the conversation
 */
record ContextBudget(Database database, ContextVersion version, List<Summary> summaries, long messages) {

    /** A live turn of fewer messages stays whole; of a longer one, the person's message and what is newest. */
    private static final int TAIL_MESSAGES = 32;

    /**
     * What fits: the newest summaries, and the live messages from one on.
     *
     * @param request the last message of a person if it is neither among them nor in one of the summaries
     */
    record Fit(List<Summary> summaries, @Nullable StoredMessage request, long fromSeq) {}

    /** Returns what fits into {@code tokens}. */
    Fit within(long tokens) {
        return database.snapshot(handle -> {
            StoredMessage request = handle.attach(Messages.class)
                    .lastOfPerson(version.conversation(), messages, version.abandoned())
                    .orElse(null);
            Fit fit = within(handle, tokens, request == null ? messages + 1 : liveTurn(request));
            if (request == null || has(fit, request)) {
                return fit;
            }
            Fit beside = within(handle, tokens - request.tokens(), messages + 1);
            return new Fit(beside.summaries(), has(beside, request) ? null : request, beside.fromSeq());
        });
    }

    private boolean has(Fit fit, StoredMessage request) {
        return request.seq() >= fit.fromSeq()
                || fit.summaries().stream()
                        .anyMatch(summary -> summary.fromSeq() <= request.seq() && request.seq() <= summary.toSeq());
    }

    private Fit within(Handle handle, long tokens, long tail) {
        long room = summaries.isEmpty() ? tokens : tokens - framed(summaries.get(summaries.size() - 1));
        long from = messages + 1;
        long used = 0;
        try (Stream<MessageSize> newestFirst = live(handle)) {
            for (Iterator<MessageSize> sizes = newestFirst.iterator(); sizes.hasNext(); ) {
                MessageSize size = sizes.next();
                used += size.tokens();
                if (used > room && size.seq() < tail && from <= messages) {
                    return new Fit(newest(0), null, from);
                }
                from = size.safeStart() ? size.seq() : from;
            }
        }
        return new Fit(newest(room - used), null, version.compactedThrough() + 1);
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
    private long liveTurn(StoredMessage request) {
        return messages - request.seq() < TAIL_MESSAGES ? request.seq() : messages + 1;
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
