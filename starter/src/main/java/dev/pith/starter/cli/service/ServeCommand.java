package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.PithCommand;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.monitoring.Monitoring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the web server in the foreground. */
@Command(
        name = "serve",
        description = {
            "Run the web panel and the HTTP API until stopped, with a worker unless --no-worker.",
            "Listens on 127.0.0.1; another address needs access tokens: see docs/serve.md."
        },
        sortOptions = false)
public final class ServeCommand extends PithCommand {

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = "A host and a port, or a port; 0 chooses a free one (default: the setting web_address).")
    private @Nullable String listen;

    @Option(names = "--no-worker", description = "Run no work here; workers (pith worker) do it. For production.")
    private boolean noWorker;

    @Override
    protected ExitCode run(Terminal user) {
        Terminal terminal = log(user);
        Monitoring monitoring = Monitoring.begin();
        WebPanel panel = WebPanel.of(this::settings, listen, monitoring);
        try (Engine engine = open(noWorker ? Engine.Needs.TEMPORAL : Engine.Needs.WORKER, terminal)) {
            engine.onInterrupt(() -> {
                terminal.say("Stopping: running work is finished or handed back");
                panel.close();
            });
            monitoring.watch(engine);
            panel.open(engine);
            terminal.out().println("Panel and API: " + panel.url());
            terminal.out().flush();
            String ui = engine.temporal().ui();
            if (ui != null) {
                terminal.say("Temporal UI: " + ui);
            }
            terminal.say("Ctrl-C stops it; what is running is saved");
            untilTheProcessEnds();
        }
        return ExitCode.DONE;
    }

    /** Returns what the server's messages are written to: the user's terminal, or a log for programs. */
    private Terminal log(Terminal user) {
        if (!settings().jsonLogs()) {
            return user;
        }
        WorkerLog.on(true);
        return WorkerLines.of(user);
    }
}
