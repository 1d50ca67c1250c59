package dev.pith.starter.cli.conversation;

import dev.pith.activities.compaction.Coverage;
import dev.pith.activities.conversation.ContextVersion;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.conversation.Part;
import dev.pith.activities.conversation.Ranges;
import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.conversation.Summary;
import dev.pith.activities.store.ContextVersions;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.MessageReading;
import dev.pith.activities.store.Summaries;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.overview.Lineage;
import dev.pith.starter.overview.Titles;
import dev.pith.starter.wording.Numbers;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a stored conversation and verifies that every message is in exactly one place. */
@Command(
        name = "show",
        description = "Show a conversation: messages, summaries, versions, and that nothing is lost.",
        sortOptions = false)
public final class ShowCommand extends PithCommand {

    private static final int EXCERPT = 90;

    @Mixin
    private ConversationLookup.One target = new ConversationLookup.One();

    @Option(names = "--messages", description = "List every message on a line.")
    private boolean messages;

    @Option(names = "--full", description = "Print every message whole.")
    private boolean full;

    @Option(
            names = "--range",
            paramLabel = "FROM-TO",
            description = "List or print only these messages: 40-60, 40- or 40.")
    private @Nullable String range;

    @Option(names = "--summaries", description = "Print the text of every summary.")
    private boolean summaries;

    @Option(names = "--tree", description = "Draw the live summaries with what each was made from, and nothing else.")
    private boolean tree;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "With --tree: how many levels of earlier summaries are opened (default: ${DEFAULT-VALUE}).")
    private int depth = 5;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text, or json: an object of the conversation, then one a message with --messages or --full.")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        if (depth < 0) {
            throw CommandProblem.usage("--depth is " + depth + ", must be at least 0");
        }
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            Conversation conversation = target.in(engine.database());
            if (tree) {
                draw(engine.database(), conversation, terminal.out());
                return ExitCode.DONE;
            }
            boolean whole = output == Output.JSON
                    ? object(engine.database(), conversation, terminal.out())
                    : show(engine.database(), conversation, terminal.out());
            terminal.out().flush();
            return whole ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void draw(Database database, Conversation conversation, PrintWriter out) {
        ContextVersion current = database.table(ContextVersions.class).current(conversation.id());
        SummaryTree drawn = new SummaryTree(database, conversation, current, depth);
        if (output == Output.JSON) {
            out.println(JsonLines.of(drawn.object()));
        } else {
            drawn.print(out);
        }
        out.flush();
    }

    private boolean show(Database database, Conversation conversation, PrintWriter out) {
        ContextVersion current = database.table(ContextVersions.class).current(conversation.id());
        List<Summary> stored = database.table(Summaries.class).of(conversation.id());
        String title = Titles.of(conversation, database);
        header(conversation, title, Lineage.of(conversation, database), out);
        versions(database.table(ContextVersions.class).all(conversation.id()), out);
        for (Summary summary : stored) {
            summary(summary, standing(summary, conversation, current), out);
        }
        if (messages || full || range != null) {
            messages(database, conversation, current, out);
        }
        Coverage coverage = Coverage.of(database, conversation, current);
        coverage(coverage, out);
        return coverage.complete();
    }

    private boolean object(Database database, Conversation conversation, PrintWriter out) {
        ContextVersion current = database.table(ContextVersions.class).current(conversation.id());
        Coverage coverage = Coverage.of(database, conversation, current);
        out.println(JsonLines.of(ShownConversation.of(
                conversation,
                Titles.of(conversation, database),
                Lineage.of(conversation, database),
                database.table(ContextVersions.class).all(conversation.id()),
                database.table(Summaries.class).of(conversation.id()).stream()
                        .map(summary -> ShownConversation.summary(
                                summary,
                                current.summaries().contains(summary.id()),
                                summary.id().equals(conversation.gist()),
                                summaries))
                        .toList(),
                coverage)));
        if (messages || full || range != null) {
            try (Stream<StoredMessage> all = chosen(database, conversation)) {
                all.forEachOrdered(message -> out.println(
                        JsonLines.of(ShownConversation.message(message, place(message.seq(), current), full))));
            }
        }
        return coverage.complete();
    }

    private Stream<StoredMessage> chosen(Database database, Conversation conversation) {
        SeqRange chosen = SeqRange.of(range, conversation.messages());
        return MessageReading.of(database, conversation.id(), chosen.from(), chosen.to(), Ranges.NONE);
    }

    private static void header(Conversation conversation, String title, Lineage lineage, PrintWriter out) {
        out.println("Conversation " + conversation.id() + "  " + title);
        out.println("  source    " + conversation.source() + " " + conversation.nativeId()
                + (conversation.subagentId().isEmpty() ? "" : ", subagent " + conversation.subagentId()));
        if (lineage.subagent()) {
            out.println("  parent    " + lineage.parentOrUnnamed());
        }
        if (lineage.origin() != null) {
            out.println("  fork of   " + lineage.origin());
        }
        if (conversation.project() != null) {
            out.println("  project   " + conversation.project());
        }
        out.println("  messages  " + Numbers.count(conversation.messages()) + ", "
                + Numbers.of(conversation.tokens(), "token"));
    }

    private static void versions(List<ContextVersion> all, PrintWriter out) {
        out.println("Versions");
        for (ContextVersion version : all) {
            out.println("  " + version.version() + "  " + version.cause()
                    + (version.compactedThrough() == 0 ? "" : ", compacted through " + version.compactedThrough())
                    + (version.pruned().isEmpty() ? "" : ", long results of tools shortened in " + version.pruned())
                    + (version.abandoned().isEmpty() ? "" : ", abandoned " + version.abandoned()));
        }
    }

    private static String standing(Summary summary, Conversation conversation, ContextVersion current) {
        if (summary.id().equals(conversation.gist())) {
            return ", beside the context";
        }
        return current.summaries().contains(summary.id()) ? ", live" : "";
    }

    private void summary(Summary summary, String standing, PrintWriter out) {
        out.println("Summary " + summary.id() + "  " + summary.kind() + " of messages " + summary.fromSeq() + " to "
                + summary.toSeq() + ", " + Numbers.of(summary.tokens(), "token") + ", by " + summary.model()
                + (summary.promptHash() == null ? "" : " with prompt " + summary.promptHash())
                + (summary.degraded() ? ", degraded" : "")
                + standing);
        if (summaries) {
            out.println(summary.text().indent(4).stripTrailing());
        }
    }

    private void messages(Database database, Conversation conversation, ContextVersion current, PrintWriter out) {
        out.println("Messages");
        try (Stream<StoredMessage> all = chosen(database, conversation)) {
            all.forEachOrdered(message -> {
                out.println(String.format(
                        "  %6d %c %-9s %-14s %7d  %s",
                        message.seq(),
                        place(message.seq(), current).charAt(0),
                        message.role().name().toLowerCase(Locale.ROOT),
                        message.origin().name().toLowerCase(Locale.ROOT),
                        message.tokens(),
                        full ? "" : excerpt(message)));
                if (full) {
                    message.parts()
                            .forEach(part -> out.println(part.text().indent(8).stripTrailing()));
                }
            });
        }
        out.println("  (s: in a summary, l: live, a: abandoned)");
    }

    private static String place(long seq, ContextVersion current) {
        return current.abandoned().contains(seq) ? "abandoned" : seq <= current.compactedThrough() ? "summary" : "live";
    }

    private static String excerpt(StoredMessage message) {
        StringBuilder text = new StringBuilder();
        for (Part part : message.parts()) {
            String kind = part instanceof Part.Text ? "" : "[" + part.getClass().getSimpleName() + "] ";
            text.append(kind).append(part.text()).append(' ');
        }
        String line = text.substring(0, Math.min(text.length(), 4 * EXCERPT))
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    private static void coverage(Coverage coverage, PrintWriter out) {
        out.println("Coverage of messages 1 to " + coverage.messages() + ": "
                + Numbers.count(coverage.summarized().size()) + " summarized, "
                + Numbers.count(coverage.live().size()) + " live, "
                + Numbers.count(coverage.abandoned().size()) + " abandoned: "
                + (coverage.complete()
                        ? "every message exactly once"
                        : "BROKEN, " + coverage.twice() + " twice, missing " + coverage.missing()));
    }
}
