package dev.pith.starter.cli.model;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.gateway.CallGroup;
import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Since;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the calls, tokens and cost of models: in total by model and purpose, or of one conversation by compaction. */
@Command(
        name = "cost",
        description = "Show what model calls used: calls, tokens and cost, in total or for one conversation.",
        sortOptions = false)
public final class CostCommand extends PithCommand {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "A conversation, whose compactions are shown one by one (default: all calls together).")
    private @Nullable String id;

    @Option(
            names = "--since",
            paramLabel = "DATE|DURATION",
            description = "Leave out what began before: a date (2026-01-31), or a time ago (90m, 24h, 7d, 4w).")
    private @Nullable String since;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text or json (one object a row, the total last; a cost of null is unknown).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        Instant from = since == null ? Instant.EPOCH : Since.of(since, Instant.now());
        CostTable table = new CostTable(output, terminal.out());
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            if (id == null) {
                engine.database().table(ModelCalls.class).byModel(from).forEach(table::row);
            } else {
                ofConversation(engine.database(), ConversationLookup.find(engine.database(), id), from, table);
            }
        }
        table.total();
        terminal.out().flush();
        return ExitCode.DONE;
    }

    private static void ofConversation(Database database, Conversation conversation, Instant from, CostTable table) {
        List<CallGroup> groups = database.table(ModelCalls.class).byCompaction(conversation.id(), from);
        for (Compaction compaction : database.table(Compactions.class).since(conversation.id(), from)) {
            List<CallGroup> own = groups.stream()
                    .filter(group -> compaction.id().equals(group.compaction()))
                    .toList();
            table.heading("Compaction " + compaction.id() + " of "
                    + MINUTE.format(compaction.started().atZone(ZoneId.systemDefault())) + ": "
                    + (compaction.running() ? "running" : Numbers.lower(compaction.ending()))
                    + (own.isEmpty() ? ", no call" : ""));
            own.forEach(table::row);
        }
        List<CallGroup> others =
                groups.stream().filter(group -> group.compaction() == null).toList();
        if (!others.isEmpty()) {
            table.heading("Outside compactions");
            others.forEach(table::row);
        }
    }
}
