package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfills;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Cancels a backfill: stops what is in flight and does not start what is waiting. */
@Command(
        name = "cancel",
        description = "End a backfill: what is in flight is stopped, what waits is not begun.",
        sortOptions = false)
final class BackfillCancelCommand extends PithCommand {

    @Mixin
    private BackfillLookup target = new BackfillLookup();

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.WORKER, terminal)) {
            Backfill backfill = target.running(engine.database());
            Optional<String> elsewhere = engine.elsewhere().of(backfill);
            if (elsewhere.isPresent()) {
                engine.elsewhere().end(backfill);
                terminal.out()
                        .println("Canceled: backfill " + backfill.name() + "; " + elsewhere.get() + " was not told");
                terminal.out().flush();
                return ExitCode.DONE;
            }
            engine.database().table(Backfills.class).cancel(backfill.name());
            engine.backfills().tell(backfill.name());
            new BackfillFollowing(engine, settings(), backfill, terminal).untilEnd();
            return ExitCode.DONE;
        }
    }
}
