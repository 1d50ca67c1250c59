package dev.pith.starter.cli.conversation;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Conversations;
import dev.pith.activities.store.Database;
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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists stored conversations, newest first. */
@Command(name = "list", description = "List stored conversations, newest first.", sortOptions = false)
public final class ListCommand extends PithCommand {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Option(names = "--limit", paramLabel = "N", description = "How many (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Option(names = "--subagents", description = "List the conversations of subagents too.")
    private boolean subagents;

    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "List only those held in this directory or below it.")
    private @Nullable String project;

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json (one object a conversation).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        if (limit < 1) {
            throw CommandProblem.usage("--limit is " + limit + ", must be at least 1");
        }
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            List<Conversation> found = engine.database()
                    .table(Conversations.class)
                    .newest(limit, subagents, ProjectPaths.recorded(project));
            Database database = engine.database();
            if (output == Output.JSON) {
                Titles titles = Titles.of(found, database);
                found.forEach(one -> terminal.out().println(JsonLines.of(object(one, titles))));
            } else {
                table(found, database, terminal);
            }
            terminal.out().flush();
        }
        return ExitCode.DONE;
    }

    private void table(List<Conversation> found, Database database, Terminal terminal) {
        if (found.isEmpty()) {
            terminal.say(
                    project == null
                            ? "No conversation is stored yet: pith import PATH, or pith compact FILE"
                            : "No conversation held in " + ProjectPaths.recorded(project)
                                    + " is stored: pith list shows all");
            return;
        }
        String row = "%-16s  %-11s  %8s  %11s  %7s  %-16s  %s";
        terminal.out().println(String.format(row, "ID", "SOURCE", "MESSAGES", "TOKENS", "VERSION", "LATEST", "TITLE"));
        Titles titles = Titles.of(found, database);
        for (Conversation one : found) {
            terminal.out()
                    .println(String.format(
                            row,
                            one.id(),
                            one.source(),
                            Numbers.count(one.messages()),
                            Numbers.count(one.tokens()),
                            one.contextVersion(),
                            DAY.format(Objects.requireNonNullElse(one.latest(), one.updated())
                                    .atZone(ZoneId.systemDefault())),
                            Lineage.of(one, database).prefix() + titles.title(one)));
        }
    }

    static Map<String, Object> object(Conversation one, Titles titles) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("conversation", one.id());
        object.put("source", one.source());
        object.put("nativeId", one.nativeId());
        object.put("subagentId", one.subagentId().isEmpty() ? null : one.subagentId());
        object.put("parent", one.parent());
        object.put("forkedFrom", one.forkedFrom());
        object.put("title", titles.title(one));
        object.put("project", one.project());
        object.put("messages", one.messages());
        object.put("tokens", one.tokens());
        object.put("version", one.contextVersion());
        object.put("latest", one.latest() == null ? null : one.latest().toString());
        return object;
    }
}
