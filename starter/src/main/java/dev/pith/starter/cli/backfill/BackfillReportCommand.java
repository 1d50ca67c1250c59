package dev.pith.starter.cli.backfill;

import dev.pith.activities.backfill.Backfill;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.JsonLines;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reports on a backfill. */
@Command(
        name = "report",
        description = "Report on a backfill: counts by outcome, what it took, and every failure.",
        sortOptions = false)
final class BackfillReportCommand extends PithCommand {

    /** The output format of a report. */
    enum Format {
        TEXT,
        JSON,
        CSV
    }

    @Mixin
    private BackfillLookup target = new BackfillLookup();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "text, json (one object), or csv (a line for each conversation that failed).")
    private Format output = Format.TEXT;

    @Override
    protected ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.STORE, terminal)) {
            Backfill backfill = target.in(engine.database());
            BackfillReport report = BackfillReport.of(engine.database(), backfill);
            switch (output) {
                case TEXT -> report.print(terminal);
                case JSON -> terminal.out().println(JsonLines.of(report.object()));
                case CSV -> BackfillCsv.print(report.failures(), terminal.out());
            }
            terminal.out().flush();
            return ExitCode.DONE;
        }
    }
}
