package dev.pith.starter.cli.compaction;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.intake.Receipt;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Prices;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Several;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.cli.conversation.ConversationLookup;
import dev.pith.starter.cli.conversation.Intake;
import dev.pith.starter.cli.model.ModelOptions;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.reading.ImportOptions;
import dev.pith.starter.requesting.CompactionRequests;
import dev.pith.starter.sessions.SessionNames;
import dev.pith.workflows.FlushMode;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.model.ModelUse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main command: imports, compacts and prints. */
@Command(
        name = "compact",
        description = "Compact conversations: session files (imported first), folders of them, or stored ones by id.",
        sortOptions = false)
public final class CompactCommand extends PithCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|ID",
            description = "A session file, a folder, - for standard input, or the id of a stored conversation.")
    private List<String> targets = List.of();

    @Mixin
    private StrategyOptions strategy = new StrategyOptions();

    @Option(names = "--focus", paramLabel = "TEXT", description = "What the summary must keep, in your words.")
    private @Nullable String focus;

    @Option(names = "--final", description = "The file will not grow: take unfinished messages as they are.")
    private boolean finalRead;

    @Option(names = "--id", paramLabel = "ID", description = "Use this as the session's own id on import.")
    private @Nullable String id;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text (the summary) or json (one object a conversation).")
    private Output output = Output.TEXT;

    @Option(
            names = "--if-needed",
            description = "Compact only a context that fills its window up to auto_threshold, and not again what was"
                    + " tried in vain or undone.")
    private boolean ifNeeded;

    @Option(
            names = "--dry-run",
            description = "Print the plan, with its chunks, calls, tokens and cost; store nothing and call no model.")
    private boolean dryRun;

    @Option(
            names = "--preview",
            description = "Write and show the summary, but replace nothing until pith apply is called.")
    private boolean preview;

    @Option(
            names = "--flush",
            paramLabel = "MODE",
            description = "When memories are written from what is replaced. background: in a workflow of its own."
                    + " inline: before the compaction ends. off: with a later flush (default: background).")
    private FlushMode flush = FlushMode.BACKGROUND;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Override
    protected ExitCode run(Terminal terminal) {
        Settings settings = settings();
        check(settings);
        if (ifNeeded) {
            return compactIfNeeded(settings, terminal);
        }
        CompactionSpec spec = spec(settings, terminal);
        if (dryRun) {
            try (Engine engine = open(Engine.Needs.STORE, terminal)) {
                return foresee(engine, settings, spec, terminal);
            }
        }
        try (Engine engine = open(Engine.Needs.WORKER, terminal)) {
            model.requireWorker(engine, settings);
            return compact(engine, settings, spec, terminal);
        }
    }

    private void check(Settings settings) {
        if (dryRun && preview) {
            throw CommandProblem.usage("--dry-run writes no summary that --preview could show: give one of them");
        }
        if (ifNeeded && (dryRun || preview)) {
            throw CommandProblem.usage("--if-needed compacts or says why not, --dry-run and --preview replace nothing:"
                    + " leave one of them out");
        }
        strategy.check(settings);
        if (ifNeeded) {
            strategy.requireAutomatic();
        }
    }

    private ExitCode compactIfNeeded(Settings settings, Terminal terminal) {
        AutomaticCompaction automatic =
                AutomaticCompaction.asked(settings, model, () -> spec(settings, terminal), output, terminal);
        List<String> needed = new ArrayList<>();
        ExitCode decided;
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            Intake intake = new Intake(engine.database(), settings, terminal);
            decided = each(engine, intake, terminal, target -> {
                Map<String, SessionNames> sources = new LinkedHashMap<>();
                conversations(engine, intake, target).forEach(id -> sources.put(id, names(target)));
                needed.addAll(automatic.needed(engine.database(), sources));
                return ExitCode.DONE;
            });
        }
        if (needed.isEmpty()) {
            return decided;
        }
        try (Engine engine = open(Engine.Needs.WORKER, terminal)) {
            return decided.and(
                    automatic.compact(engine, needed.stream().distinct().toList()));
        }
    }

    private static SessionNames names(String target) {
        return isSource(target) && !target.equals(Intake.STANDARD_INPUT)
                ? SessionNames.of(Path.of(target))
                : SessionNames.NONE;
    }

    /** Returns the ids of the conversations of a target; imports them first if it is a source. */
    private List<String> conversations(Engine engine, Intake intake, String target) {
        return isSource(target)
                ? intake.take(target, options()).stream()
                        .map(Receipt::conversation)
                        .toList()
                : List.of(stored(engine, target).id());
    }

    private ExitCode compact(Engine engine, Settings settings, CompactionSpec spec, Terminal terminal) {
        Intake intake = new Intake(engine.database(), settings, terminal);
        CompactionRun run = new CompactionRun(engine, output, terminal);
        ExitCode code = each(engine, intake, terminal, target -> run.all(conversations(engine, intake, target), spec));
        run.untilFlushed();
        return code;
    }

    private ExitCode foresee(Engine engine, Settings settings, CompactionSpec spec, Terminal terminal) {
        Prices prices = model.profile(settings).map(ModelProfile::prices).orElse(null);
        ForecastReport report = new ForecastReport(spec, prices, output, terminal.out());
        Intake intake = new Intake(engine.database(), settings, terminal);
        DryRun dry = new DryRun(engine.database(), intake, spec, report);
        ExitCode code = each(
                engine,
                intake,
                terminal,
                target -> isSource(target) ? dry.ofSource(target, options()) : dry.ofStored(stored(engine, target)));
        report.total();
        return code;
    }

    private ExitCode each(Engine engine, Intake intake, Terminal terminal, Function<String, ExitCode> work) {
        List<String> all = new ArrayList<>();
        for (String target : targets) {
            all.addAll(isSource(target) ? intake.sources(target) : List.of(target));
        }
        Several several = new Several(terminal, all.size(), engine::interrupted);
        all.forEach(target -> several.attempt(target, () -> work.apply(target)));
        return several.exitCode();
    }

    private ImportOptions options() {
        return new ImportOptions(finalRead, id);
    }

    private CompactionSpec spec(Settings settings, Terminal terminal) {
        try {
            ModelUse use = model.use(settings, terminal);
            CompactionSpec spec = CompactionRequests.rolling(settings, use, model.calls(settings), focus)
                    .flushed(flush);
            CompactionSpec applied = strategy.applied(spec, settings);
            return preview ? applied.previewed() : applied;
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }

    private static Conversation stored(Engine engine, String typed) {
        try {
            return ConversationLookup.find(engine.database(), typed);
        } catch (CommandProblem problem) {
            throw CommandProblem.usage("no file \"" + typed + "\", and " + problem.getMessage());
        }
    }

    private static boolean isSource(String target) {
        try {
            return target.equals(Intake.STANDARD_INPUT) || Files.exists(Path.of(target));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
