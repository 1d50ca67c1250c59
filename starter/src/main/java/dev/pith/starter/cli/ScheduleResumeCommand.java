package dev.pith.starter.cli;

import dev.pith.starter.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Let a paused schedule go on. */
@Command(name = "resume", description = "Let a paused schedule go on.", sortOptions = false)
final class ScheduleResumeCommand extends PithCommand {

    @Parameters(paramLabel = "NAME", description = "The schedule, see: pith backfill schedule list.")
    private String name = "";

    @Override
    ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.TEMPORAL, terminal)) {
            Schedules.requireServer(engine);
            engine.schedules().resume(name);
            terminal.say("Schedule " + name + " goes on");
            return ExitCode.DONE;
        } catch (RuntimeException e) {
            throw Schedules.problem("schedule " + name, e);
        }
    }
}
