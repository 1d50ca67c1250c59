package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.model.ModelProfile;
import dev.pith.starter.backfill.BackfillImport;
import dev.pith.starter.backfill.BackfillPlan;
import dev.pith.starter.backfill.BackfillPlanner;
import dev.pith.starter.backfill.SessionFiles;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.BackfillClient.Running;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.importing.NotAConversationException;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import dev.pith.workflows.model.ModelUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Base class of commands that start a backfill or attach to a running one. Imports its files and follows it to its end.
 */
abstract class BackfillStarting extends PithCommand {

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Session files and folders of them (default: the conversations that are stored).")
    private List<Path> paths = List.of();

    @Mixin
    private BackfillOptions options = new BackfillOptions();

    @Option(
            names = "--dry-run",
            description = "Print how many conversations it selects, with their calls, tokens and cost; store nothing"
                    + " and call no model.")
    private boolean dryRun;

    @Option(
            names = "--detach",
            description = "Leave once it runs, and its files are imported; a worker goes on with it (pith worker).")
    private boolean detach;

    @Override
    protected ExitCode run(Terminal terminal) {
        Settings settings = settings();
        paths.forEach(BackfillStarting::requireThere);
        BackfillSpec spec = options.spec(settings, paths, terminal);
        options.requirePossible(spec, settings);
        if (dryRun) {
            try (Engine engine = open(Engine.Needs.STORE, terminal)) {
                plan(engine, spec, settings).print(terminal);
                return ExitCode.DONE;
            }
        }
        try (Engine engine = engine(terminal)) {
            options.model().requireWorker(engine, settings);
            return run(engine, spec, settings, terminal);
        }
    }

    private BackfillPlanReport plan(Engine engine, BackfillSpec spec, Settings settings) {
        BackfillPlan plan = new BackfillPlanner(engine.database(), spec, settings, () -> false).plan(files());
        ModelUse model = spec.compaction().model();
        return new BackfillPlanReport(
                plan,
                model == null ? null : model.profile(),
                options.model().profile(settings).map(ModelProfile::prices).orElse(null));
    }

    private Engine engine(Terminal terminal) {
        return detach
                ? openWithServer(
                        Engine.Needs.WORKER, "--detach needs a Temporal server that outlives this command", terminal)
                : open(Engine.Needs.WORKER, terminal);
    }

    final boolean givesPaths() {
        return !paths.isEmpty();
    }

    private ExitCode run(Engine engine, BackfillSpec spec, Settings settings, Terminal terminal) {
        Optional<SessionFiles> files = files();
        Running running = engine.backfills()
                .start(options.name(spec), spec, Taking.ALL, options.maxInFlight(settings), terminal.patience());
        Backfill backfill = running.backfill();
        terminal.say(
                running.attached()
                        ? "Backfill " + backfill.name() + " is running already; following it"
                        : "Backfill " + backfill.name() + " is running");
        BackfillFollowing following = new BackfillFollowing(engine, settings, backfill, terminal);
        if (files.isPresent() && following.lacksImporter(running.attached())) {
            BackfillImport importer =
                    new BackfillImport(engine.database(), backfill, spec.selection(), files.get(), settings);
            following.whileImporting(importer, files.get());
            engine.backfills().tell(backfill.name());
        }
        return detach ? following.detached() : following.untilEnd();
    }

    private Optional<SessionFiles> files() {
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SessionFiles.of(paths, options.match()));
        } catch (NotAConversationException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw CommandProblem.usage("the files cannot be listed: " + e.getMessage());
        }
    }

    private static void requireThere(Path path) {
        if (!Files.exists(path)) {
            throw CommandProblem.usage("no file or folder \"" + path
                    + "\": a backfill takes paths; pith compact takes the" + " id of one conversation");
        }
    }
}
