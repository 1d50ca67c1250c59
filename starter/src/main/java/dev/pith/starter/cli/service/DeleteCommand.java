package dev.pith.starter.cli.service;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.erasure.Erased;
import dev.pith.activities.erasure.Erasing;
import dev.pith.activities.erasure.Erasures;
import dev.pith.activities.search.IndexProgress;
import dev.pith.activities.search.SearchIndex;
import dev.pith.activities.search.SearchIndexException;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.Confirmation;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Since;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.cli.conversation.ProjectPaths;
import dev.pith.starter.cli.memory.MemoryFiles;
import dev.pith.starter.engine.Deletion;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.overview.Titles;
import dev.pith.starter.wording.Numbers;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes conversations with all that was made of them. */
@Command(
        name = "delete",
        description = {
            "Delete conversations for good: messages, summaries, replies, memories, costs, search entries.",
            "They are not imported again, except by pith import --restore."
        },
        sortOptions = false)
public final class DeleteCommand extends PithCommand {

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Conversations: their ids, or unique beginnings of them.")
    private List<String> ids = List.of();

    @Option(names = "--project", paramLabel = "DIR", description = "Those held in this directory or below it.")
    private @Nullable String project;

    @Option(
            names = "--older-than",
            paramLabel = "DATE|DURATION",
            description = "Those whose last message is older: a date, or a time such as 365d.")
    private @Nullable String olderThan;

    @Option(names = "--dry-run", description = "Tell what would be deleted, and delete nothing.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    protected ExitCode run(Terminal terminal) {
        if (ids.isEmpty() == (project == null && olderThan == null)) {
            throw CommandProblem.usage("name conversations, or choose them by --project and --older-than");
        }
        Confirmation confirmation = new Confirmation(terminal, yes || dryRun);
        confirmation.requirePossible("to delete");
        try (Engine engine = open(dryRun ? Engine.Needs.STORE : Engine.Needs.TEMPORAL, terminal)) {
            List<Conversation> chosen = chosen(engine.database());
            if (chosen.isEmpty()) {
                terminal.say("No conversation matches: nothing to delete");
                return ExitCode.DONE;
            }
            list(chosen, engine.database(), terminal);
            if (dryRun) {
                return ExitCode.DONE;
            }
            if (!confirmation.given("Delete " + Numbers.of(chosen.size(), "conversation") + " for good?")) {
                terminal.say("Nothing was deleted");
                return ExitCode.CANCELED;
            }
            told(delete(engine, chosen, terminal), engine, terminal);
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new CommandProblem(ExitCode.FAILED, "the answer cannot be read: " + e.getMessage());
        }
    }

    private List<Conversation> chosen(Database database) {
        if (!ids.isEmpty()) {
            return ids.stream()
                    .map(id -> ConversationLookup.find(database, id))
                    .distinct()
                    .toList();
        }
        @Nullable
        Instant before = olderThan == null
                ? null
                : Since.moment("--older-than", olderThan).asOf(Instant.now());
        return database.table(Erasures.class).matching(ProjectPaths.recorded(project), before);
    }

    private static void list(List<Conversation> chosen, Database database, Terminal terminal) {
        Erasing erasing = new Erasing(database);
        Titles titles = Titles.of(chosen, database);
        for (Conversation one : chosen) {
            terminal.out()
                    .println(one.id() + "  " + words(erasing.count(erasing.family(one.id()))) + "  "
                            + titles.title(one));
        }
        terminal.out().flush();
    }

    private static String words(Erased erased) {
        return Numbers.of(erased.messages(), "message") + ", " + Numbers.of(erased.summaries(), "summary", "summaries")
                + ", " + Numbers.of(erased.memories(), "memory", "memories")
                + (erased.conversations() > 1 ? ", with " + Numbers.of(erased.conversations() - 1, "subagent") : "");
    }

    private static Erased delete(Engine engine, List<Conversation> chosen, Terminal terminal) {
        return new Deletion(engine)
                .of(chosen.stream().map(Conversation::id).toList(), () -> MemoryFiles.catchUp(engine, terminal));
    }

    private static void told(Erased erased, Engine engine, Terminal terminal) {
        terminal.say("Deleted " + Numbers.of(erased.conversations(), "conversation") + ": "
                + Numbers.of(erased.messages(), "message") + ", "
                + Numbers.of(erased.summaries(), "summary", "summaries") + ", "
                + Numbers.of(erased.memories(), "memory", "memories"));
        try (SearchIndex index = engine.searchIndex()) {
            if (!index.update(IndexProgress.SILENT)) {
                terminal.warn("another command updates the search index: the next search removes the entries");
            }
        } catch (SearchIndexException e) {
            terminal.warn(
                    e.getMessage() + ". It still holds entries of what was deleted: the next search removes them");
        }
        terminal.say("What remains: Temporal keeps ids, counts and the focus of compactions until its retention ends;"
                + " PostgreSQL's files and WAL keep deleted pages until they are reused; backups, the session files"
                + " themselves, and memory folders of other machines are as they were.");
    }
}
