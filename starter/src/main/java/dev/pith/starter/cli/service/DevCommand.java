package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.monitoring.Monitoring;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Runs the servers and a worker in the foreground. */
@Command(
        name = "dev",
        description = "Keep the servers, a worker and the web panel in the foreground, and say where they are.",
        sortOptions = false)
public final class DevCommand extends WorkerCommand {

    private @Nullable WebPanel panel;
    private @Nullable Monitoring monitoring;

    /** The panel's server answers with the metrics. */
    @Override
    void begun(Monitoring begun, Terminal log) {
        monitoring = begun;
    }

    /** Ends without draining, because the user waits for the prompt. */
    @Override
    void endsSo(Engine engine, Optional<Duration> longest, Terminal terminal) {
        engine.onInterrupt(() -> {
            terminal.say("Stopping: running work is finished or handed back");
            panel().ifPresent(WebPanel::close);
        });
    }

    private Optional<WebPanel> panel() {
        if (panel == null && !settings().text(Setting.WEB_ADDRESS).orElse("").equals(Settings.OFF)) {
            panel = WebPanel.of(this::settings, null, Objects.requireNonNull(monitoring, "not begun"));
        }
        return Optional.ofNullable(panel);
    }

    /** Shows the panel, on a free port if another program has its own: several homes may be open. */
    private void showPanel(Engine engine, Terminal terminal) {
        panel().ifPresent(shown -> {
            shown.openAnywhere(engine, terminal);
            terminal.out().println("Panel and API: " + shown.url());
        });
    }

    @Override
    void started(Engine engine, Terminal log, Terminal terminal) {
        super.started(engine, log, terminal);
        showPanel(engine, terminal);
        String ui = engine.temporal().ui();
        if (ui != null) {
            terminal.out().println("Temporal UI: " + ui);
            terminal.out().flush();
        }
        terminal.say("Ctrl-C stops it; what is running is saved");
    }
}
