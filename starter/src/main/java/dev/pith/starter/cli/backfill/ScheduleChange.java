package dev.pith.starter.cli.backfill;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.BackfillSchedules;
import dev.pith.starter.engine.Engine;
import picocli.CommandLine.Parameters;

/** Base class of commands that change one schedule. */
abstract class ScheduleChange extends ScheduleCommand {

    @Parameters(paramLabel = "NAME", description = "The schedule, see: pith backfill schedule list.")
    private String name = "";

    /** Changes the schedule. */
    abstract void change(BackfillSchedules schedules, String schedule);

    /** Returns the new state, printed after the schedule's name. */
    abstract String said();

    @Override
    protected final ExitCode run(Terminal terminal) {
        try (Engine engine = openForSchedules(terminal)) {
            change(engine.schedules(), name);
            terminal.say("Schedule " + name + " " + said());
            return ExitCode.DONE;
        }
    }
}
