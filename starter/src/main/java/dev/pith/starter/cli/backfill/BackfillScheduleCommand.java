package dev.pith.starter.cli.backfill;

import dev.pith.activities.conversation.OpaqueId;
import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.BackfillRequest.Taking;
import dev.pith.workflows.backfill.BackfillSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Schedules recurring backfills of the stored conversations. */
@Command(
        name = "schedule",
        description =
                "Backfill what is stored again and again, by the clock; a run that would overlap the one before is"
                        + " skipped. Files are not imported: pith import does that.",
        subcommands = {
            ScheduleListCommand.class,
            SchedulePauseCommand.class,
            ScheduleResumeCommand.class,
            ScheduleDeleteCommand.class
        },
        sortOptions = false)
final class BackfillScheduleCommand extends ScheduleCommand {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Option(
            names = "--cron",
            paramLabel = "FIELDS",
            description = "When, in this machine's time zone: minute, hour, day of month, month, day of week, such as"
                    + " \"0 3 * * *\" for every night at three.")
    private @Nullable String cron;

    @Mixin
    private BackfillOptions options = new BackfillOptions();

    @Override
    protected ExitCode run(Terminal terminal) {
        if (cron == null) {
            throw new ParameterException(
                    spec().commandLine(), "--cron or a command is missing: list, pause, resume, delete");
        }
        Settings settings = settings();
        BackfillSpec spec = options.spec(settings, List.of(), terminal);
        try (Engine engine = openForSchedules(terminal)) {
            String name = options.name(spec);
            ZoneId zone = ZoneId.systemDefault();
            Optional<Instant> first = engine.schedules().create(request(name, spec, settings), cron, zone);
            terminal.out().println(name);
            first.ifPresent(next -> terminal.say("Backfill " + name
                    + " is next started at " + MINUTE.format(next.atZone(zone))
                    + ", if a worker runs then: pith worker, or"
                    + " pith dev"));
            terminal.out().flush();
            return ExitCode.DONE;
        }
    }

    private BackfillRequest request(String name, BackfillSpec spec, Settings settings) {
        try {
            return new BackfillRequest(OpaqueId.next(), name, spec, Taking.ALL, options.maxInFlight(settings));
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }
}
