package dev.pith.starter.cli;

import dev.pith.starter.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forget a schedule; what it started goes on. */
@Command(name = "delete", description = "Forget a schedule; what it started goes on.", sortOptions = false)
final class ScheduleDeleteCommand extends PithCommand {

    @Parameters(paramLabel = "NAME", description = "The schedule, see: pith backfill schedule list.")
    private String name = "";

    @Override
    ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.TEMPORAL, terminal)) {
            Schedules.requireServer(engine);
            engine.schedules().delete(name);
            terminal.say("Schedule " + name + " is gone");
            return ExitCode.DONE;
        } catch (RuntimeException e) {
            throw Schedules.problem("schedule " + name, e);
        }
    }
}
