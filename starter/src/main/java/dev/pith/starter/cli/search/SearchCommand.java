package dev.pith.starter.cli.search;

import dev.pith.activities.search.EmptyQueryException;
import dev.pith.activities.search.IndexProgress;
import dev.pith.activities.search.SearchIndex;
import dev.pith.activities.search.SearchIndexException;
import dev.pith.activities.search.SearchQuery;
import dev.pith.activities.search.SearchResult;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches everything that is stored. */
@Command(
        name = "search",
        description = "Find messages, summaries, gists and memories by words, paths, ids or Chinese text.",
        sortOptions = false)
public final class SearchCommand extends PithCommand {

    /** The longest wait for another command that builds the first index. */
    private static final Duration FIRST_INDEX = Duration.ofMinutes(2);

    private static final long PAUSE_MILLIS = 200;

    @Parameters(
            arity = "1..*",
            paramLabel = "WORD",
            description = "Words, of which more are better; \"in double quotes\" they must occur as they are.")
    private List<String> words = List.of();

    @Mixin
    private SearchFilter filter = new SearchFilter();

    @Option(names = "--rebuild", description = "Build the index anew first.")
    private boolean rebuild;

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json (one object a result).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.STORE, terminal);
                SearchIndex index = engine.searchIndex()) {
            SearchQuery query = filter.query(String.join(" ", words), engine.database());
            List<SearchResult> found = found(index, query, terminal);
            SearchPrint print = SearchPrint.of(found, engine.database());
            if (output == Output.JSON) {
                print.objects().forEach(object -> terminal.out().println(JsonLines.of(object)));
            } else if (found.isEmpty()) {
                terminal.say("Nothing found");
            } else {
                print.text(terminal.out());
            }
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private static void update(SearchIndex index, Terminal terminal) {
        try {
            IndexProgress progress = (added, left) -> say(added, left, terminal);
            Instant end = Instant.now().plus(FIRST_INDEX);
            while (!index.update(progress)) {
                if (index.exists() || Instant.now().isAfter(end)) {
                    terminal.warn("another command updates the search index: what it has not read yet is not found");
                    return;
                }
                Thread.sleep(PAUSE_MILLIS); // The lock of another process tells nobody when it is free.
            }
        } catch (SearchIndexException e) {
            // What was read before may still be searched.
            terminal.warn(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandProblem(ExitCode.CANCELED, "interrupted");
        }
    }

    private static void say(long added, long left, Terminal terminal) {
        if (added > 0) {
            terminal.say("Indexed " + Numbers.of(added, "message") + " for the search"
                    + (left == 0 ? "" : ", " + Numbers.count(left) + " to come"));
        }
    }

    private List<SearchResult> found(SearchIndex index, SearchQuery query, Terminal terminal) {
        if (rebuild) {
            index.clear();
        }
        update(index, terminal);
        try {
            return index.search(query);
        } catch (EmptyQueryException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }
}
