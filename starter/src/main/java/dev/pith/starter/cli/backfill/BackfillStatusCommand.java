package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the state of a backfill. */
@Command(name = "status", description = "Show the state of a backfill.", sortOptions = false)
final class BackfillStatusCommand extends PithCommand {

    @Mixin
    private BackfillLookup target = new BackfillLookup();

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = openToRead(terminal)) {
            Backfill backfill = target.in(engine.database());
            BackfillReport.of(engine.database(), backfill).print(terminal);
            Optional<String> elsewhere =
                    engine.hasTemporal() ? engine.elsewhere().of(backfill) : Optional.empty();
            elsewhere.ifPresent(told -> terminal.warn("it runs on " + told
                    + ": connect to that to follow it, or where it is gone for good, end it (pith backfill cancel "
                    + backfill.name() + ")"));
            return ExitCode.DONE;
        }
    }
}
