package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfills;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import dev.pith.workflows.backfill.BackfillRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes how many conversations a running backfill works on at the same time. */
@Command(
        name = "set",
        description = "Change how many conversations a running backfill works on at the same time.",
        sortOptions = false)
final class BackfillSetCommand extends PithCommand {

    @Mixin
    private BackfillLookup target = new BackfillLookup();

    @Option(names = "--max-in-flight", paramLabel = "N", required = true, description = "1 to 500.")
    private int maxInFlight;

    @Override
    protected ExitCode run(Terminal terminal) {
        requirePossible();
        try (Engine engine = open(Engine.Needs.TEMPORAL, terminal)) {
            Backfill backfill = target.running(engine.database());
            engine.database().table(Backfills.class).resize(backfill.name(), maxInFlight);
            engine.backfills().tell(backfill.name());
            terminal.say("Backfill " + backfill.name() + " works on up to " + Numbers.of(maxInFlight, "conversation")
                    + " at the same time");
            return ExitCode.DONE;
        }
    }

    private void requirePossible() {
        try {
            BackfillRequest.requireInFlight(maxInFlight);
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }
}
