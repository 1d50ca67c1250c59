package dev.pith.starter.cli;

import dev.pith.activities.conversation.Conversation;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.store.Receipt;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.ImportOptions;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ModelUse;
import dev.pith.workflows.compaction.Strategy;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Override
    ExitCode run(Terminal terminal) {
        Settings settings = settings();
        CompactionSpec spec = spec(settings, model.use(settings, terminal));
        try (Engine engine = open(Engine.Needs.WORKER, terminal)) {
            requireWorker(engine, settings, spec);
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

    /** A key that is set nowhere would let the work wait for ever. */
    private void requireWorker(Engine engine, Settings settings, CompactionSpec spec) {
        if (spec.model() != null && !engine.polled(spec.model().endpoint())) {
            String variable =
                    model.profile(settings).map(ModelProfile::keyVariable).orElse("its key");
            throw CommandProblem.usage("model profile " + spec.model().profile() + " needs " + variable
                    + ", which is not set here, and no worker that has it is running: set it, or start one with it"
                    + " (pith worker)");
        }
    }

    private CompactionSpec spec(Settings settings, @Nullable ModelUse use) {
        try {
            return new CompactionSpec(
                    Strategy.ROLLING,
                    targetTokens,
                    Optional.ofNullable(focus)
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .orElse(null),
                    use,
                    concurrency(settings),
                    settings.sizes());
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }

    /** No more chunks at the same time than the model serves. */
    private int concurrency(Settings settings) {
        int wanted = settings.number(Setting.CONCURRENCY);
        return model.profile(settings)
                .map(profile -> Math.min(wanted, profile.concurrency()))
                .orElse(wanted);
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
