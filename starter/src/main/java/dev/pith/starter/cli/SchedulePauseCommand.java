package dev.pith.starter.cli;

import dev.pith.starter.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Start nothing by a schedule until it is resumed. */
@Command(name = "pause", description = "Start nothing by a schedule until it is resumed.", sortOptions = false)
final class SchedulePauseCommand extends PithCommand {

    @Parameters(paramLabel = "NAME", description = "The schedule, see: pith backfill schedule list.")
    private String name = "";

    @Override
    ExitCode run(Terminal terminal) {
        try (Engine engine = open(Engine.Needs.TEMPORAL, terminal)) {
            Schedules.requireServer(engine);
            engine.schedules().pause(name);
            terminal.say("Schedule " + name + " starts nothing until it is resumed");
            return ExitCode.DONE;
        } catch (RuntimeException e) {
            throw Schedules.problem("schedule " + name, e);
        }
    }
}
