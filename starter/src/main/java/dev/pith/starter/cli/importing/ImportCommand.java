package dev.pith.starter.cli.importing;

import dev.pith.activities.intake.Receipt;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Several;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.compaction.AutomaticCompaction;
import dev.pith.starter.cli.conversation.Intake;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.sessions.SessionNames;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports conversations into the store without compacting them. */
@Command(
        name = "import",
        description = "Take conversations into the store. Importing again takes only what is new.",
        sortOptions = false)
public final class ImportCommand extends PithCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Session files, folders of them, or - for standard input.")
    private List<String> paths = List.of();

    @Option(
            names = "--discover",
            description = "Find the session folders of coding agents on this machine and list them.")
    private boolean discover;

    @Option(names = "--yes", description = "Take what --discover finds.")
    private boolean yes;

    @Option(names = "--final", description = "The sources will not grow: take unfinished messages as they are.")
    private boolean finalRead;

    @Option(names = "--restore", description = "Import sessions again that pith delete removed.")
    private boolean restore;

    @Option(names = "--id", paramLabel = "ID", description = "Use this as the session's own id.")
    private @Nullable String id;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text or json (one object a conversation, or a folder found).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        check();
        if (!discover) {
            return take(terminal, intake -> intake.sources(paths));
        }
        Discovery discovery = Discovery.of(System.getenv(), terminal);
        if (yes && !discovery.isEmpty()) {
            return take(terminal, discovery::sources);
        }
        discovery.list(output);
        return ExitCode.DONE;
    }

    private void check() {
        if (discover && !paths.isEmpty()) {
            throw CommandProblem.usage("--discover and PATH exclude each other: leave one of them out");
        }
        if (!discover && paths.isEmpty()) {
            throw CommandProblem.usage("PATH is missing: name session files or folders, or find them with --discover");
        }
        if (yes && !discover) {
            throw CommandProblem.usage("--yes takes what --discover finds: add --discover");
        }
        if (discover && id != null) {
            throw CommandProblem.usage("--id names one session, --discover finds many: leave one of them out");
        }
    }

    private ExitCode take(Terminal terminal, Function<Intake, List<String>> found) {
        Settings settings = settings();
        Optional<AutomaticCompaction> automatic =
                settings.auto() ? Optional.of(AutomaticCompaction.afterImport(settings, terminal)) : Optional.empty();
        Map<String, SessionNames> taken = new LinkedHashMap<>();
        ExitCode code;
        List<String> needed;
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            Intake intake = new Intake(engine.database(), settings, terminal, restore);
            List<String> sources = found.apply(intake);
            Several several = new Several(terminal, sources.size(), engine::interrupted);
            for (String source : sources) {
                several.attempt(source, () -> {
                    intake.take(source, new ImportOptions(finalRead, id)).forEach(receipt -> {
                        print(receipt, terminal);
                        note(receipt, source, taken);
                    });
                    return ExitCode.DONE;
                });
            }
            code = several.exitCode();
            needed =
                    automatic.map(rule -> rule.needed(engine.database(), taken)).orElse(List.of());
        }
        return needed.isEmpty() ? code : code.and(compact(automatic.orElseThrow(), needed, terminal));
    }

    /** Notes a conversation for automatic compaction, except one of a subagent, which nobody goes on with. */
    private static void note(Receipt receipt, String source, Map<String, SessionNames> taken) {
        if (receipt.header().subagentId() == null) {
            taken.put(
                    receipt.conversation(),
                    source.equals(Intake.STANDARD_INPUT) ? SessionNames.NONE : SessionNames.of(Path.of(source)));
        }
    }

    /** Whatever becomes of the compactions, the import itself is done. */
    private ExitCode compact(AutomaticCompaction automatic, List<String> needed, Terminal terminal) {
        try (Engine engine = open(Engine.Needs.WORKER, terminal)) {
            return automatic.compact(engine, needed) == ExitCode.DONE ? ExitCode.DONE : ExitCode.PARTLY;
        } catch (CommandProblem problem) {
            throw new CommandProblem(
                    problem.exitCode(), "imported, but not compacted automatically: " + problem.getMessage());
        }
    }

    private void print(Receipt receipt, Terminal terminal) {
        if (output == Output.JSON) {
            terminal.out()
                    .println(JsonLines.of(Map.of(
                            "conversation", receipt.conversation(),
                            "source", receipt.header().source(),
                            "nativeId", receipt.header().nativeId(),
                            "created", receipt.created(),
                            "appended", receipt.appended(),
                            "known", receipt.known(),
                            "revised", receipt.revised(),
                            "abandoned", receipt.abandoned(),
                            "messages", receipt.total())));
        } else {
            terminal.out().println(receipt.conversation());
        }
        terminal.out().flush();
    }
}
