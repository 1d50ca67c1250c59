package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Drain;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.monitoring.Monitoring;
import dev.pith.starter.monitoring.MonitoringServer;
import dev.pith.starter.web.guard.ListenAddress;
import java.io.UncheckedIOException;
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
        boolean json = settings().jsonLogs();
        WorkerLog.on(json);
        Terminal log = WorkerLines.of(terminal);
        Optional<Duration> longest = settings().drainTimeout();
        Monitoring monitoring = Monitoring.begin();
        begun(monitoring, log);
        Engine engine = openWithServer(
                Engine.Needs.WORKER,
                spec().qualifiedName() + " needs a Temporal server that other processes can reach",
                log);
        monitoring.watch(engine);
        engine.warning().ifPresent(log::warn);
        endsSo(engine, longest, log);
        started(engine, log, json ? log : terminal);
        untilTheProcessEnds();
        return ExitCode.DONE;
    }

    /** Answers with metrics and health where the settings say so, from before the servers are reached. */
    void begun(Monitoring monitoring, Terminal log) {
        Optional<String> address = settings().text(Setting.METRICS_ADDRESS).filter(text -> !text.equals(Settings.OFF));
        if (address.isEmpty()) {
            return;
        }
        try {
            ListenAddress listens = ListenAddress.of(address.get());
            MonitoringServer server = MonitoringServer.start(listens, monitoring);
            log.say("Metrics: " + listens.at(server.port()).url() + "/metrics");
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage("the setting metrics_address: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw new CommandProblem(
                    ExitCode.UNREACHABLE,
                    "the worker cannot listen on " + address.get() + ": another program does, or the address is not of"
                            + " this machine. Choose another with the setting metrics_address");
        }
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
