package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.requesting.AbsentModel;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Retries the failed conversations of an ended backfill. */
@Command(
        name = "retry-failed",
        description =
                "Try again what an ended backfill left undone: failed, degraded, canceled, over budget. Files that"
                        + " could not be read are read again by the command that started it.",
        sortOptions = false)
final class BackfillRetryCommand extends PithCommand {

    @Mixin
    private BackfillLookup target = new BackfillLookup();

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.WORKER, terminal)) {
            Backfill backfill = target.in(engine.database());
            if (backfill.running()) {
                throw CommandProblem.usage("backfill " + backfill.name()
                        + " is still running and tries again by itself:" + " pith backfill watch " + backfill.name());
            }
            BackfillSpec spec = backfill.spec();
            new AbsentModel(engine, settings()).words(spec.compaction().model()).ifPresent(words -> {
                throw CommandProblem.usage(
                        "backfill " + backfill.name() + " asks " + words + ", or start another with --model");
            });
            Backfill running = engine.backfills()
                    .start(backfill.name(), spec, Taking.FAILED, backfill.maxInFlight(), terminal.patience())
                    .backfill();
            return new BackfillFollowing(engine, settings(), running, terminal).untilEnd();
        }
    }
}
