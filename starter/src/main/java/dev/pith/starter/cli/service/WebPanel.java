package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.cli.command.Terminal;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.monitoring.Monitoring;
import dev.pith.starter.runtime.Home;
import dev.pith.starter.runtime.PanelAddress;
import dev.pith.starter.web.PortTakenException;
import dev.pith.starter.web.WebOptions;
import dev.pith.starter.web.WebServer;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The web server of a command that runs in the foreground. */
final class WebPanel implements AutoCloseable {

    private final WebOptions options;
    private final Supplier<Settings> settings;
    private final Monitoring monitoring;
    private @Nullable WebServer server;

    private WebPanel(WebOptions options, Supplier<Settings> settings, Monitoring monitoring) {
        this.options = options;
        this.settings = settings;
        this.monitoring = monitoring;
    }

    /**
     * Returns a panel that is not open yet. An address or tokens that break a rule are a usage problem.
     *
     * @param listen the address; null for that of the settings
     * @param monitoring what it shows as metrics; watches the engine before the panel opens
     */
    static WebPanel of(Supplier<Settings> settings, @Nullable String listen, Monitoring monitoring) {
        try {
            return new WebPanel(WebOptions.of(settings.get(), listen), settings, monitoring);
        } catch (IllegalArgumentException e) {
            throw CommandProblem.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Begins to listen. */
    void open(Engine engine) {
        try {
            listen(options, engine);
        } catch (PortTakenException taken) {
            throw new CommandProblem(ExitCode.UNREACHABLE, String.valueOf(taken.getMessage()));
        }
    }

    /** Begins to listen, on a free port if another program has the port of the settings. */
    void openAnywhere(Engine engine, Terminal terminal) {
        try {
            listen(options, engine);
        } catch (PortTakenException taken) {
            terminal.say("Another program listens on " + options.address().port() + ": the panel takes a free port");
            listen(new WebOptions(options.address().at(0), options.hosts(), options.tokens()), engine);
        }
    }

    private void listen(WebOptions where, Engine engine) {
        server = WebServer.start(where, engine, settings, monitoring);
        PanelAddress.record(home(), url());
    }

    /** Returns its URL. */
    String url() {
        return Objects.requireNonNull(server, "not open").address().url();
    }

    private Home home() {
        return new Home(settings.get().home());
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            PanelAddress.remove(home());
            server.close();
            server = null;
        }
    }
}
