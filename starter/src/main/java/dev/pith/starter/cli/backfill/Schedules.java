package dev.pith.starter.cli.backfill;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.engine.Engine;

/** What the commands about schedules have in common. */
final class Schedules {

    private Schedules() {}

    /** The server that lives within a process keeps no schedules. */
    static void requireServer(Engine engine) {
        if (engine.temporal().inProcess()) {
            throw CommandProblem.usage(
                    "schedules need a Temporal server, and this home runs without one: install the temporal"
                            + " command, or configure a server's address (pith doctor says more)");
        }
    }
}
