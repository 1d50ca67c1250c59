package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Follows a backfill to its end. This process also acts as a worker. */
@Command(name = "watch", description = "Follow a backfill to its end, and help with it.", sortOptions = false)
final class BackfillWatchCommand extends PithCommand {

    @Mixin
    private BackfillLookup target = new BackfillLookup();

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.WORKER, terminal)) {
            Backfill backfill = target.in(engine.database());
            engine.elsewhere().requireHere(backfill);
            return new BackfillFollowing(engine, settings(), backfill, terminal).untilEnd();
        }
    }
}
