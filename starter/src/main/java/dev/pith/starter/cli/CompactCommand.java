package dev.pith.starter.cli;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.store.Receipt;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.ImportOptions;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Strategy;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job: import, compact, show. */
@Command(
        name = "compact",
        description = "Compact conversations: session files (imported first), folders of them, or stored ones by id.",
        sortOptions = false)
final class CompactCommand extends PithCommand {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|ID",
            description = "A session file, a folder, - for standard input, or the id of a stored conversation.")
    private List<String> targets = List.of();

    @Option(names = "--target-tokens", paramLabel = "N", description = "What the summary may take at most.")
    private @Nullable Integer targetTokens;

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

    @Override
    ExitCode run(Terminal terminal) {
        CompactionSpec spec = spec(settings());
        try (Engine engine = open(Engine.Needs.WORKER, terminal)) {
            return compact(engine, spec, terminal);
        }
    }

    private ExitCode compact(Engine engine, CompactionSpec spec, Terminal terminal) {
        Intake intake = new Intake(engine.database(), terminal);
        List<String> sources = new ArrayList<>();
        for (String target : targets) {
            sources.addAll(isSource(target) ? intake.sources(target) : List.of(target));
        }
        CompactionRun run = new CompactionRun(engine, spec, output, terminal);
        Several several = new Several(terminal, sources.size());
        for (String source : sources) {
            several.attempt(() -> {
                List<String> conversations = isSource(source)
                        ? intake.take(source, new ImportOptions(finalRead, id)).stream()
                                .map(Receipt::conversation)
                                .toList()
                        : List.of(stored(engine, source).id());
                return run.all(conversations);
            });
        }
        return several.exitCode();
    }

    private CompactionSpec spec(Settings settings) {
        try {
            return new CompactionSpec(
                    Strategy.ROLLING,
                    targetTokens,
                    Optional.ofNullable(focus)
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .orElse(null),
                    TaskQueues.EXTRACTIVE,
                    settings.number(Setting.CONCURRENCY),
                    settings.sizes());
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
