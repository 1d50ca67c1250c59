package dev.pith.starter.cli.mcp;

import dev.pith.activities.context.ContextFormat;
import dev.pith.activities.context.ContextReading;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.memory.Memory;
import dev.pith.activities.memory.MemorySearch;
import dev.pith.activities.search.Expander;
import dev.pith.activities.search.Expansion;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.text.Clip;
import dev.pith.activities.tokens.TokenCounter;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.cli.memory.MemoryPrint;
import dev.pith.starter.cli.search.ExpansionPrint;
import dev.pith.starter.cli.search.SummaryLookup;
import dev.pith.starter.overview.Titles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers the tools that read what is stored. */
record ReadingTools(Database database, Scope scope) {

    private static final int BUDGET = 6_000;
    private static final int MOST_BUDGET = 20_000;
    private static final int MOST_SEQ = Integer.MAX_VALUE;
    private static final int MESSAGES = 10;

    /** Characters of a token, at least. */
    private static final int CHARACTERS = 3;

    void expand(Arguments arguments, PrintWriter out) {
        List<Summary> found = SummaryLookup.matching(database, arguments.text("summary"));
        if (found.size() != 1) {
            throw new Arguments.WrongArgument("there is " + (found.isEmpty() ? "no" : "more than one") + " summary "
                    + arguments.text("summary") + ": search and context print the ids");
        }
        Summary summary = found.get(0);
        Expansion expansion = Expander.expand(
                database,
                summary,
                (int) arguments.number("depth", 1, 10),
                budget(arguments),
                arguments.number("from", 1, MOST_SEQ));
        ExpansionPrint.text(expansion, out);
        if (expansion.next() != null) {
            out.println("More: expand summary=" + summary.id() + " from=" + expansion.next());
        } else if (expansion.pieces().isEmpty()) {
            out.println("Nothing: the summary covers messages " + summary.fromSeq() + " to " + summary.toSeq());
        }
    }

    void read(Arguments arguments, PrintWriter out) {
        Conversation conversation = ConversationLookup.find(database, arguments.text("conversation"));
        long from = arguments.number("from", 1, MOST_SEQ);
        long to = Math.min(conversation.messages(), arguments.number("to", from + MESSAGES, MOST_SEQ));
        if (from > to) {
            throw new Arguments.WrongArgument("the conversation has the messages 1 to " + conversation.messages());
        }
        int room = budget(arguments);
        try (Stream<StoredMessage> all = MessageReading.legible(database, conversation.id(), from, to, Ranges.NONE)) {
            for (Iterator<StoredMessage> messages = all.iterator(); messages.hasNext(); ) {
                StoredMessage message = messages.next();
                String text = clipped(message, arguments, MOST_BUDGET);
                int tokens = TokenCounter.shared().count(text);
                if (tokens > room && message.seq() > from) {
                    out.println(
                            "More: read conversation=" + conversation.id() + " from=" + message.seq() + " to=" + to);
                    return;
                }
                ExpansionPrint.message(message, tokens > room ? clipped(message, arguments, room) : text, out);
                out.println();
                room -= tokens;
            }
        }
    }

    private static String clipped(StoredMessage message, Arguments arguments, int tokens) {
        String text = Expander.text(message);
        @Nullable String around = arguments.textOrNull("around");
        int at = around == null ? -1 : text.toLowerCase(Locale.ROOT).indexOf(around.toLowerCase(Locale.ROOT));
        return Clip.keeping(text, at, tokens * CHARACTERS);
    }

    void context(Arguments arguments, PrintWriter out) {
        @Nullable String id = arguments.textOrNull("conversation");
        Conversation conversation = id == null
                ? scope.newest(database)
                        .orElseThrow(() -> new Arguments.WrongArgument(
                                "no session of this project is stored: name a conversation"))
                : ConversationLookup.find(database, id);
        ContextReading context = ContextReading.of(database, conversation, budget(arguments));
        out.println("Context of conversation " + conversation.id() + ", messages 1 to " + conversation.messages());
        for (Summary summary : context.summaries()) {
            out.println("Summary " + summary.id() + " covers messages " + summary.fromSeq() + " to " + summary.toSeq()
                    + ": expand summary=" + summary.id());
        }
        try {
            ContextFormat.TEXT.write(context, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (context.summariesLeftOut() > 0) {
            out.println(context.summariesLeftOut() + " older summaries are left out for the budget");
        }
        if (context.leftOut() > 0) {
            out.println(context.leftOut() + " older messages are left out for the budget: read conversation="
                    + conversation.id());
        }
    }

    void conversations(Arguments arguments, PrintWriter out) {
        List<Conversation> found = database.table(Conversations.class)
                .newest(
                        (int) arguments.number("limit", 20, 100),
                        false,
                        scope.project(database, arguments.is("everywhere")));
        Titles titles = Titles.of(found, database);
        for (Conversation one : found) {
            out.println(one.id() + "  " + one.messages() + " messages"
                    + (one.latest() == null ? "" : ", latest " + one.latest()) + "  " + titles.title(one));
        }
        if (found.isEmpty()) {
            out.println("No session of this project is stored: try everywhere = true");
        }
    }

    void memories(Arguments arguments, PrintWriter out) {
        List<Memory> found = database.table(MemorySearch.class)
                .find(
                        null,
                        scope.project(database, arguments.is("everywhere")),
                        null,
                        new String[] {"active", "edited"},
                        new String[0],
                        (int) arguments.number("limit", 30, 100));
        MemoryPrint.lines(found, Output.TEXT, out);
        if (found.isEmpty()) {
            out.println("No memory of this project is stored: try everywhere = true");
        }
    }

    private static int budget(Arguments arguments) {
        return (int) arguments.number("budget", BUDGET, MOST_BUDGET);
    }
}
