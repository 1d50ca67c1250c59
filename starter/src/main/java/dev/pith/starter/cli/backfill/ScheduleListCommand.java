package dev.pith.starter.cli.backfill;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.BackfillSchedules.Listed;
import dev.pith.starter.engine.Engine;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the schedules of backfills. */
@Command(name = "list", description = "List the schedules of backfills.", sortOptions = false)
final class ScheduleListCommand extends ScheduleCommand {

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json (one object a schedule).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = openForSchedules(terminal)) {
            List<Listed> all = engine.schedules().all();
            if (all.isEmpty()) {
                terminal.say("No backfill is scheduled: pith backfill schedule --cron \"0 3 * * *\"");
            }
            for (Listed each : all) {
                terminal.out()
                        .println(
                                output == Output.JSON
                                        ? JsonLines.of(Map.of(
                                                "schedule", each.name(), "cron", each.cron(), "paused", each.paused()))
                                        : each.name() + "  \"" + each.cron() + "\""
                                                + (each.paused() ? "  paused" : ""));
            }
            terminal.out().flush();
            return ExitCode.DONE;
        }
    }
}
