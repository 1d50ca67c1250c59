package dev.pith.activities.context;

import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.store.Messages;
import dev.pith.activities.store.Summaries;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the context of a conversation at its current version.
 *
 * @param system the conversation's own system messages, in order, without duplicates; no summary replaces them
 * @param summaries the live summaries in the context, in order
 * @param request the last message of a person, if the budget excluded it or the summary that holds it; else null
 * @param fromSeq the first live message in the context
 * @param leftOut number of older live messages excluded by the budget
 * @param summariesLeftOut number of older live summaries excluded by the budget
 */
public record ContextReading(
        Database database,
        Conversation conversation,
        ContextVersion version,
        List<Entry.Instructed> system,
        List<Summary> summaries,
        @Nullable StoredMessage request,
        long fromSeq,
        long leftOut,
        int summariesLeftOut) {

    /**
     * Reads the context. If a budget is given, in tokens, what is oldest leaves first: summaries, then messages. The
     * newest summary, the last message of a person and a short live turn stay, even if they alone exceed the budget.
     */
    public static ContextReading of(Database database, Conversation conversation, @Nullable Integer budget) {
        ContextVersion version = database.table(ContextVersions.class).current(conversation.id());
        List<Entry.Instructed> system = system(database, version);
        List<Summary> summaries = database.table(Summaries.class).inOrder(version.summaries());
        long first = version.compactedThrough() + 1;
        ContextBudget.Fit fit = budget == null
                ? new ContextBudget.Fit(summaries, null, first)
                : new ContextBudget(database, version, summaries, conversation.messages())
                        .within(budget - tokens(system));
        long leftOut = version.live(conversation.messages()).size()
                - version.live(conversation.messages())
                        .minus(Ranges.of(1, fit.fromSeq() - 1))
                        .size();
        long opening = system.stream()
                .filter(one -> one.seq() >= first && one.seq() < fit.fromSeq())
                .count();
        return new ContextReading(
                database,
                conversation,
                version,
                system,
                fit.summaries(),
                fit.request(),
                fit.fromSeq(),
                Math.max(0, leftOut - opening - (isLive(fit.request(), version) ? 1 : 0)),
                summaries.size() - fit.summaries().size());
    }

    private static boolean isLive(@Nullable StoredMessage request, ContextVersion version) {
        return request != null && request.seq() > version.compactedThrough();
    }

    /** Returns the entries, in order. The caller must close the stream. */
    public Stream<Entry> entries() {
        Stream<StoredMessage> messages = MessageReading.of(
                        database, conversation.id(), fromSeq, conversation.messages(), version.abandoned())
                .map(new PrunedMessages(database, version));
        Stream<StoredMessage> all = request == null ? messages : Stream.concat(Stream.of(request), messages);
        Iterator<Entry> entries = new Entries(all.iterator());
        Stream<Entry> live =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(entries, Spliterator.ORDERED), false);
        return Stream.concat(Stream.concat(system.stream(), summaries.stream().map(Entry.Summarized::new)), live);
    }

    /** Removes duplicates: a program may repeat its instructions in every turn. */
    private static List<Entry.Instructed> system(Database database, ContextVersion version) {
        Set<String> said = new HashSet<>();
        return database.table(Messages.class).ofSystem(version.conversation(), version.abandoned()).stream()
                .map(StoredMessage::legible)
                .map(message -> new Entry.Instructed(message.seq(), message.textOf(Part.Text.class), message.tokens()))
                .filter(one -> !one.text().isBlank() && said.add(one.text()))
                .toList();
    }

    private static long tokens(List<Entry.Instructed> system) {
        return system.stream().mapToLong(Entry.Instructed::tokens).sum();
    }
}
