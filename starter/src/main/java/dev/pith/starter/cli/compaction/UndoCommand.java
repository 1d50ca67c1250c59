package dev.pith.starter.cli.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Database;
import dev.pith.activities.undo.UndoService;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.engine.Engine;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Restores the context before a compaction. */
@Command(
        name = "undo",
        description = "Go back to the context before the newest compaction, or before --compaction.",
        sortOptions = false)
public final class UndoCommand extends PithCommand {

    @Mixin
    private ConversationLookup.One target = new ConversationLookup.One();

    @Option(
            names = "--compaction",
            paramLabel = "COMPACTION",
            description = "The compaction to go back before; later ones are undone with it.")
    private @Nullable String compaction;

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json.")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.TEMPORAL, terminal)) {
            Conversation conversation = target.in(engine.database());
            undo(engine.database(), conversation, terminal.out());
        }
        return ExitCode.DONE;
    }

    private void undo(Database database, Conversation conversation, PrintWriter out) {
        try {
            print(conversation.id(), new UndoService(database).undo(conversation.id(), compaction), out);
        } catch (UndoService.NotUndoneException nothing) {
            if (output == Output.JSON) {
                out.println(object(conversation.id(), conversation.contextVersion(), List.of(), nothing.getMessage()));
            }
            throw nothing;
        } finally {
            out.flush();
        }
    }

    private static String object(String conversation, long version, List<String> undone, @Nullable String error) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("conversation", conversation);
        object.put("version", version);
        object.put("undone", undone);
        object.put("error", error);
        return JsonLines.of(object);
    }

    private void print(String conversation, UndoService.Undone undone, PrintWriter out) {
        List<String> all = undone.compactions();
        if (output == Output.JSON) {
            out.println(object(conversation, undone.version(), all, null));
            return;
        }
        out.println("Undone: " + conversation + " is at version " + undone.version() + ", as before compaction "
                + all.get(all.size() - 1));
        if (all.size() > 1) {
            out.println(
                    "  later compactions were undone with it: " + String.join(", ", all.subList(0, all.size() - 1)));
        }
    }
}
