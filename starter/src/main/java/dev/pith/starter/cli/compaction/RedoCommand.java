package dev.pith.starter.cli.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.undo.RedoService;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.engine.Engine;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes back an undo. */
@Command(
        name = "redo",
        description = "Take back the newest undo: the context becomes what it was before it.",
        sortOptions = false)
public final class RedoCommand extends PithCommand {

    @Mixin
    private ConversationLookup.One target = new ConversationLookup.One();

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json.")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.TEMPORAL, terminal)) {
            Conversation conversation = target.in(engine.database());
            int version = new RedoService(engine.database()).redo(conversation.id());
            terminal.out()
                    .println(
                            output == Output.JSON
                                    ? JsonLines.of(Map.of("conversation", conversation.id(), "version", version))
                                    : "Redone: " + conversation.id() + " is at version " + version
                                            + ", as before the undo");
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }
}
