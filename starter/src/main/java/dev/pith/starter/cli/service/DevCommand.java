package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Runs the servers and a worker in the foreground. */
@Command(
        name = "dev",
        description = "Keep the servers and a worker in the foreground, and say where Temporal's UI is.",
        sortOptions = false)
public final class DevCommand extends WorkerCommand {

    /** Ends without draining, because the user waits for the prompt. */
    @Override
    void endsSo(Engine engine, Optional<Duration> longest, Terminal terminal) {
        engine.onInterrupt(() -> terminal.say("Stopping: running work is finished or handed back"));
    }

    @Override
    void started(Engine engine, Terminal log, Terminal terminal) {
        super.started(engine, log, terminal);
        String ui = engine.temporal().ui();
        if (ui != null) {
            terminal.out().println("Temporal UI: " + ui);
            terminal.out().flush();
        }
        terminal.say("Ctrl-C stops it; what is running is saved");
    }
}
