package dev.pith.starter.cli.backfill;

import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;

/** Base class of commands on schedules, which are stored in a Temporal server. */
abstract class ScheduleCommand extends PithCommand {

    /** Opens the engine. Fails if Temporal runs inside the process. */
    final Engine openForSchedules(Terminal terminal) {
        return openWithServer(
                Engine.Needs.TEMPORAL,
                "schedules need a Temporal server, which keeps them and starts what is due",
                terminal);
    }
}
