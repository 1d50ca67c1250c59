package dev.pith.starter.cli.service;

import dev.pith.starter.cli.command.CommandProblem;
import dev.pith.starter.cli.command.ExitCode;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
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
    private @Nullable WebServer server;

    private WebPanel(WebOptions options, Supplier<Settings> settings) {
        this.options = options;
        this.settings = settings;
    }

    /**
     * Returns a panel that is not open yet.
     *
     * @param listen the address; null for that of the settings
     * @throws IllegalArgumentException if the address or the tokens break a rule
     */
    static WebPanel of(Supplier<Settings> settings, @Nullable String listen) {
        return new WebPanel(WebOptions.of(settings.get(), listen), settings);
    }

    /** Begins to listen. */
    void open(Engine engine) {
        try {
            server = WebServer.start(options, engine, settings);
        } catch (PortTakenException taken) {
            throw new CommandProblem(ExitCode.UNREACHABLE, String.valueOf(taken.getMessage()));
        }
    }

    /** Returns its URL. */
    String url() {
        return Objects.requireNonNull(server, "not open").address().url();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
