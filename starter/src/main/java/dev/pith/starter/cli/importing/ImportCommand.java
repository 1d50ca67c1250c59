package dev.pith.starter.cli.importing;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Failure;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Several;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.compaction.AutomaticCompaction;
import dev.pith.starter.cli.conversation.Intake;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.wording.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

    @Option(
            names = "--follow",
            description = "Go on until stopped: import what is added to the sources, and new files in the folders.")
    private boolean follow;

    @Option(names = "--if-needed", description = "Afterwards compact what fills its window, as with the setting auto.")
    private boolean ifNeeded;

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
            Function<Intake, List<String>> named = intake -> intake.sources(paths);
            return follow ? follow(terminal, named, () -> FollowedPaths.named(paths)) : take(terminal, named);
        }
        Discovery discovery = Discovery.of(System.getenv(), terminal);
        if (follow) {
            return follow(terminal, discovery::sources, () -> Discovery.again(System.getenv()));
        }
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
        if (follow && finalRead) {
            throw CommandProblem.usage(
                    "--follow waits for what is added, --final says that nothing will be: leave one of" + " them out");
        }
        if (follow && discover && !yes) {
            throw CommandProblem.usage("--follow takes what --discover finds: add --yes");
        }
        if (follow && paths.contains(Intake.STANDARD_INPUT)) {
            throw CommandProblem.usage(
                    "--follow reads its sources again and again, which standard input does not allow:"
                            + " name a file");
        }
        if (discover && id != null) {
            throw CommandProblem.usage("--id names one session, --discover finds many: leave one of them out");
        }
    }

    private ExitCode take(Terminal terminal, Function<Intake, List<String>> found) {
        Settings settings = settings();
        Optional<AutomaticCompaction> automatic = automatic(settings, terminal);
        ExitCode code;
        List<String> needed;
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            Taking taking = taking(engine, settings, terminal);
            code = each(found.apply(taking.intake()), taking::take, engine, terminal);
            needed = automatic
                    .map(rule -> rule.needed(engine.database(), taking.taken()))
                    .orElse(List.of());
        }
        return needed.isEmpty() ? code : code.and(compact(automatic.orElseThrow(), needed, terminal));
    }

    private ExitCode follow(Terminal terminal, Function<Intake, List<String>> found, Supplier<FollowedPaths> paths) {
        Settings settings = settings();
        Optional<AutomaticCompaction> automatic = automatic(settings, terminal);
        try (Engine engine = open(automatic.isEmpty() ? Engine.Needs.STORE : Engine.Needs.WORKER, terminal)) {
            Taking taking = taking(engine, settings, terminal);
            ImportFollow follow = new ImportFollow(taking, paths, engine::interrupted, terminal);
            List<String> sources = found.apply(taking.intake());
            each(sources, follow::first, engine, terminal);
            terminal.say("Following " + Numbers.of(sources.size(), "source") + " until stopped (Ctrl-C)");
            follow.run(() -> automatic.ifPresent(rule -> compact(rule, engine, taking, terminal)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    private Optional<AutomaticCompaction> automatic(Settings settings, Terminal terminal) {
        return settings.auto() || ifNeeded
                ? Optional.of(AutomaticCompaction.afterImport(settings, terminal))
                : Optional.empty();
    }

    private Taking taking(Engine engine, Settings settings, Terminal terminal) {
        Intake intake = new Intake(engine.database(), settings, terminal, restore);
        return new Taking(intake, new ImportOptions(finalRead, id), output, terminal);
    }

    private static ExitCode each(List<String> sources, Consumer<String> take, Engine engine, Terminal terminal) {
        Several several = new Several(terminal, sources.size(), engine::interrupted);
        for (String source : sources) {
            several.attempt(source, () -> {
                take.accept(source);
                return ExitCode.DONE;
            });
        }
        return several.exitCode();
    }

    /** Whatever becomes of the compactions, imports go on. */
    private static void compact(AutomaticCompaction automatic, Engine engine, Taking taking, Terminal terminal) {
        try {
            List<String> needed = automatic.needed(engine.database(), taking.taken());
            if (!needed.isEmpty()) {
                automatic.compact(engine, needed);
            }
        } catch (RuntimeException thrown) {
            if (engine.interrupted()) {
                throw thrown;
            }
            terminal.warn("imported, but not compacted automatically: "
                    + Failure.of(thrown).words());
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
}
