package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Drain;
import dev.pith.starter.engine.Engine;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Runs a worker until it is stopped. */
@Command(
        name = "worker",
        description = {
            "Run a worker until stopped; for production, beside a Temporal cluster and a PostgreSQL.",
            "Stopped by SIGTERM or Ctrl-C, it takes no new work and waits for the calls that run: see drain_timeout."
        },
        sortOptions = false)
public class WorkerCommand extends PithCommand {

    @Override
    protected ExitCode run(Terminal terminal) {
        WorkerLog.on();
        Terminal log = WorkerLines.of(terminal);
        Optional<Duration> longest = settings().drainTimeout();
        Engine engine = openWithServer(
                Engine.Needs.WORKER,
                spec().qualifiedName() + " needs a Temporal server that other processes can reach",
                log);
        engine.warning().ifPresent(log::warn);
        endsSo(engine, longest, log);
        started(engine, log, terminal);
        untilTheProcessEnds();
        return ExitCode.DONE;
    }

    /**
     * Drains on shutdown: a rollout of the next version may stop the worker, and running calls are already paid for.
     */
    void endsSo(Engine engine, Optional<Duration> longest, Terminal terminal) {
        engine.endsWith(new Drain(longest.orElse(null), new DrainWords(terminal)));
    }

    /** Reports that the worker has started: on its log, and in subclasses also on the user's terminal. */
    void started(Engine engine, Terminal log, Terminal terminal) {
        log.say("Worker of store " + engine.database().storeId() + " takes work from Temporal at "
                + engine.temporal().where());
        engine.rollout().ifPresent(log::say);
    }
}
