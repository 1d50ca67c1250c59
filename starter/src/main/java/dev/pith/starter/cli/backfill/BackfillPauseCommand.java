package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfills;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Begin nothing more until it is resumed; what is in flight ends by itself. */
@Command(
        name = "pause",
        description = "Begin nothing more until it is resumed; what is in flight ends by itself.",
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
