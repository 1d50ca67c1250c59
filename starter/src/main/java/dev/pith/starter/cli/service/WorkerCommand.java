package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import picocli.CommandLine.Command;

/** Runs a worker until it is told to stop. */
@Command(
        name = "worker",
        description = "Run a worker until stopped; for production, beside a Temporal cluster and a PostgreSQL.",
        sortOptions = false)
public class WorkerCommand extends PithCommand {

    @Override
    protected ExitCode run(Terminal terminal) {
        WorkerLog.on();
        Engine engine = openWithServer(
                Engine.Needs.WORKER,
                spec().qualifiedName() + " needs a Temporal server that other processes can reach",
                terminal);
        engine.onInterrupt(() -> terminal.say("Stopping: running work is finished or handed back"));
        started(engine, terminal);
        untilTheProcessEnds();
        return ExitCode.DONE;
    }

    void started(Engine engine, Terminal terminal) {
        terminal.say("Worker of store " + engine.database().storeId() + " takes work from Temporal at "
                + engine.temporal().where());
    }
}
