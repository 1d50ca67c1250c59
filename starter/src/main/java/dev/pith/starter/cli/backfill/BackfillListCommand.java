package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.Backfills;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.Output;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.wording.Numbers;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists backfills. */
@Command(name = "list", description = "List backfills, newest first.", sortOptions = false)
final class BackfillListCommand extends PithCommand {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String ROW = "%-40s  %-16s  %-12s  %13s  %9s";

    @Option(names = "--output", paramLabel = "FORMAT", description = "text or json (one object a backfill).")
    private Output output = Output.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = openToRead(terminal)) {
            List<Backfill> all = engine.database().table(Backfills.class).all();
            if (all.isEmpty()) {
                terminal.say("No backfill was started yet: pith backfill start PATH");
            } else if (output == Output.TEXT) {
                terminal.out().println(String.format(ROW, "NAME", "STARTED", "STATE", "CONVERSATIONS", "FAILED"));
            }
            for (Backfill each : all) {
                BackfillReport report = BackfillReport.of(engine.database(), each);
                terminal.out().println(output == Output.JSON ? JsonLines.of(report.object()) : row(report));
            }
            terminal.out().flush();
            return ExitCode.DONE;
        }
    }

    private static String row(BackfillReport report) {
        Backfill backfill = report.backfill();
        return String.format(
                ROW,
                backfill.name(),
                MINUTE.format(backfill.started().atZone(ZoneId.systemDefault())),
                report.state(),
                Numbers.count(report.all()),
                Numbers.count(report.failures().size()));
    }
}
