package dev.pith.starter.cli.backfill;

import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;

/** A command about schedules, which live in a Temporal server. */
abstract class ScheduleCommand extends PithCommand {

    /** The engine; refused where Temporal runs inside the process. */
    final Engine openForSchedules(Terminal terminal) {
        return openWithServer(
                Engine.Needs.TEMPORAL,
                "schedules need a Temporal server, which keeps them and starts what is due",
                terminal);
    }
}
