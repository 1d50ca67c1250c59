package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfills;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Pauses a backfill: starts no more conversations until it is resumed. What is in flight runs to its end. */
@Command(
        name = "pause",
        description = "Begin no further conversation until the backfill is resumed; those in flight are completed.",
        sortOptions = false)
final class BackfillPauseCommand extends PithCommand {

    @Mixin
    private BackfillLookup target = new BackfillLookup();

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.TEMPORAL, terminal)) {
            Backfill backfill = target.running(engine.database());
            engine.database().table(Backfills.class).pause(backfill.name(), "by hand");
            engine.backfills().tell(backfill.name());
            terminal.say("Backfill " + backfill.name() + " begins nothing more: pith backfill resume " + backfill.name()
                    + " lets it go on");
            return ExitCode.DONE;
        }
    }
}
