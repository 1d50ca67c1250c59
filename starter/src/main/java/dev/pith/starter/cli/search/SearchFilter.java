package dev.pith.starter.cli.search;

import dev.pith.activities.conversation.Origin;
import dev.pith.activities.conversation.Role;
import dev.pith.activities.search.ItemKind;
import dev.pith.activities.search.SearchQuery;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.Since;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.cli.conversation.ProjectPaths;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select what is searched. */
final class SearchFilter {

    @Option(names = "--kind", paramLabel = "KIND", description = "message, summary, gist or memory (default: all).")
    private @Nullable ItemKind kind;

    @Option(names = "--conversation", paramLabel = "ID", description = "Search one conversation.")
    private @Nullable String conversation;

    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "Search conversations held in this directory or below it.")
    private @Nullable String project;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Search conversations of a program, such as claude-code.")
    private @Nullable String source;

    @Option(names = "--branch", paramLabel = "NAME", description = "Search conversations held on this branch.")
    private @Nullable String branch;

    @Option(names = "--role", paramLabel = "ROLE", description = "Search messages of a role: user, assistant, …")
    private @Nullable Role role;

    @Option(
            names = "--origin",
            paramLabel = "ORIGIN",
            description = "Search what a person, agent, harness or native_summary wrote.")
    private @Nullable Origin origin;

    @Option(
            names = "--since",
            paramLabel = "DATE|DURATION",
            description = "Written since: a date (2026-01-31), or a time ago (24h, 7d, 4w).")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE|DURATION", description = "Written before.")
    private @Nullable String until;

    @Option(names = "--limit", paramLabel = "N", description = "How many results (default: ${DEFAULT-VALUE}).")
    private int limit = 10;

    /** Returns the query for a text with these filters. */
    SearchQuery query(String text, Database database) {
        if (limit < 1 || limit > SearchQuery.MOST) {
            throw CommandProblem.usage("--limit is " + limit + ", must be 1 to " + SearchQuery.MOST);
        }
        if (text.length() > SearchQuery.LONGEST) {
            throw CommandProblem.usage("the query has " + text.length() + " characters, may have " + SearchQuery.LONGEST
                    + ": search for the words that matter");
        }
        Instant now = Instant.now();
        @Nullable
        Instant from = since == null ? null : Since.moment("--since", since).asOf(now);
        @Nullable
        Instant to = until == null ? null : Since.moment("--until", until).asOf(now);
        if (from != null && to != null && !from.isBefore(to)) {
            throw CommandProblem.usage(
                    "--since " + since + " is not before --until " + until + ": nothing lies between");
        }
        checkSource(database);
        return new SearchQuery(
                text,
                kind,
                conversation == null
                        ? null
                        : ConversationLookup.find(database, conversation).id(),
                ProjectPaths.recorded(project),
                source,
                branch,
                role,
                origin,
                from,
                to,
                limit);
    }

    /** A misspelled name would find nothing, as if there were nothing to find. */
    private void checkSource(Database database) {
        List<String> stored = database.table(Conversations.class).sources();
        if (source != null && !stored.isEmpty() && !stored.contains(source)) {
            throw CommandProblem.usage("--source is " + source + ", but no such session is stored: stored are "
                    + String.join(", ", stored));
        }
    }
}
