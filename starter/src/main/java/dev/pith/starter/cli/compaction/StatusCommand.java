package dev.pith.starter.cli.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Chunks;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.cli.memory.FlushReport;
import dev.pith.starter.engine.CompactionClient;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.engine.Successor;
import dev.pith.starter.wording.Numbers;
import dev.pith.workflows.compaction.Progress;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the state of a conversation's newest compaction and of any other that is running. */
@Command(name = "status", description = "Show the state of a conversation's newest compaction.", sortOptions = false)
public final class StatusCommand extends PithCommand {

    @Mixin
    private ConversationLookup.One target = new ConversationLookup.One();

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json.")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = openToRead(terminal)) {
            Conversation conversation = target.in(engine.database());
            List<Compaction> present =
                    engine.database().table(Compactions.class).present(conversation.id());
            if (present.isEmpty() && output == Output.JSON) {
                terminal.out().println(JsonLines.of(new CompactionState(engine).never(conversation)));
            } else if (present.isEmpty()) {
                terminal.out().println("Conversation " + conversation.id() + " was never compacted");
            }
            present.forEach(compaction -> print(engine, compaction, terminal));
            if (output == Output.TEXT) {
                engine.database()
                        .table(Flushes.class)
                        .open(conversation.id())
                        .forEach(flush -> terminal.out().println(FlushReport.line(flush)));
            }
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private void print(Engine engine, Compaction compaction, Terminal terminal) {
        Optional<Progress> progress = compaction.running() && engine.hasTemporal()
                ? progress(engine.compactions(), compaction)
                : Optional.empty();
        if (output == Output.JSON) {
            terminal.out().println(JsonLines.of(new CompactionState(engine).of(compaction, progress)));
            return;
        }
        int done = engine.database().table(Chunks.class).done(compaction.id());
        terminal.out()
                .println("Compaction " + compaction.id() + " of " + compaction.conversation() + ": "
                        + (compaction.running() ? "running" : Numbers.lower(compaction.ending())));
        terminal.out()
                .println("  " + Numbers.lower(compaction.strategy()) + ", "
                        + (compaction.decision() == null ? "" : Numbers.lower(compaction.decision()) + ", ") + "chunks "
                        + done + " of "
                        + compaction.chunks() + ", " + Numbers.count(compaction.tokensBefore()) + " tokens before"
                        + (compaction.tokensAfter() == null
                                ? ""
                                : ", " + Numbers.count(compaction.tokensAfter()) + " after"));
        progress.ifPresent(known -> terminal.out()
                .println("  " + known.percent() + " %, "
                        + Numbers.lower(known.stage())
                        + (known.lastError() == null ? "" : ": " + known.lastError())));
        if (engine.hasTemporal()) {
            whereItIs(engine, compaction, progress, terminal);
        }
        if (compaction.error() != null) {
            terminal.out().println("  " + compaction.error());
        }
    }

    private static void whereItIs(
            Engine engine, Compaction compaction, Optional<Progress> progress, Terminal terminal) {
        Optional<String> elsewhere = engine.elsewhere().of(compaction);
        if (elsewhere.isPresent()) {
            terminal.out()
                    .println("  it runs on " + elsewhere.get()
                            + ": connect to that to follow it, or where it is gone for" + " good, end it (pith cancel "
                            + compaction.conversation() + ")");
        } else if (compaction.running() && progress.isEmpty()) {
            terminal.out()
                    .println(
                            engine.successor() == Successor.NOBODY
                                    ? "  another command works on it, and only that one can show how far it is"
                                    : "  no worker answers: it goes on with pith watch " + compaction.conversation()
                                            + " or pith dev");
        }
    }

    private static Optional<Progress> progress(CompactionClient client, Compaction compaction) {
        return client.progress(compaction.conversation(), compaction.strategy())
                .map(client.trouble(client.request(compaction)));
    }
}
