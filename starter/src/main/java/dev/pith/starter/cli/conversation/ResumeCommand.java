package dev.pith.starter.cli.conversation;

import dev.pith.activities.context.ContextFormat;
import dev.pith.activities.context.ContextReading;
import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.UserHome;
import dev.pith.starter.engine.Engine;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a conversation's context for pasting into a new session. */
@Command(
        name = "resume",
        description = "Print a context to paste into a new session: of a conversation, or of this directory's newest.",
        sortOptions = false)
public final class ResumeCommand extends PithCommand {

    private static final String OPENING = "This continues an earlier session. What follows is its context: a summary of"
            + " what was done, then the last messages word for word. Go on from there.\n";

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "A conversation (default: see --last).")
    private @Nullable String id;

    @Option(
            names = "--last",
            description =
                    "The newest session of this directory, else of the nearest above it; the default without an ID.")
    private boolean last;

    @Override
    protected ExitCode run(Terminal terminal) {
        if (id != null && last) {
            throw CommandProblem.usage("an ID and --last exclude each other: leave one out");
        }
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            Database database = engine.database();
            Conversation conversation = id == null ? newestHere(database) : ConversationLookup.find(database, id);
            terminal.out().println(OPENING);
            ContextCommand.print(ContextReading.of(database, conversation, null), ContextFormat.TEXT, terminal);
            terminal.say("The context of " + conversation.id()
                    + (id == null ? ", held in " + conversation.project() : "")
                    + ", to be pasted into a new session");
        }
        return ExitCode.DONE;
    }

    private static Conversation newestHere(Database database) {
        Path here = Path.of("").toAbsolutePath();
        return ProjectPaths.of(here, UserHome.of(System.getenv())).stream()
                .flatMap(path -> database.table(Conversations.class).newestOfProject(path).stream())
                .findFirst()
                .orElseThrow(
                        () -> CommandProblem.usage(
                                "no stored session was held in " + here
                                        + " or a directory above it: import its file first (pith import FILE), or name a conversation (pith list)"));
    }
}
