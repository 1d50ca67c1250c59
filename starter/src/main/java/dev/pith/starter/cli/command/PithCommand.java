package dev.pith.starter.cli.command;

import dev.pith.starter.config.Setting;
import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import dev.pith.starter.runtime.RuntimeProblem;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Base class of commands: the common options, the terminal and the engine. */
public abstract class PithCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable Engine opened;

    /** Runs the command. */
    protected abstract ExitCode run(Terminal terminal);

    @Override
    public final Integer call() {
        try {
            return run(terminal()).code();
        } catch (RuntimeException e) {
            if (opened != null && opened.interrupted()) {
                untilTheProcessEnds();
            }
            throw e;
        }
    }

    /**
     * Blocks until a signal ends the process. Resources closed by the shutdown hook cause no failure in this thread.
     */
    protected static void untilTheProcessEnds() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns picocli's model of this command. */
    protected final CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets the spec");
    }

    /** Returns the settings given as command line flags. */
    protected final Map<Setting, String> flags() {
        return common.flags();
    }

    /**
     * Returns the settings in force, from the command line, the environment and the files. Reads them anew at each
     * call.
     */
    protected final Settings settings() {
        return common.settings();
    }

    /** Returns the terminal this command writes to. */
    protected final Terminal terminal() {
        return Terminal.of(
                spec().commandLine().getOut(), spec().commandLine().getErr(), common.quiet(), common.verbose());
    }

    /** Opens the engine. For commands that run work, prints a warning about limitations of its servers. */
    protected final Engine open(Engine.Needs needs, Terminal terminal) {
        Engine engine = openUnwarned(needs, terminal);
        if (needs == Engine.Needs.WORKER) {
            engine.warning().ifPresent(terminal::warn);
        }
        return engine;
    }

    /**
     * Opens the engine for reading from the store and from Temporal. If Temporal is unreachable, opens it without
     * Temporal and warns the user.
     */
    protected final Engine openToRead(Terminal terminal) {
        try {
            return open(Engine.Needs.TEMPORAL, terminal);
        } catch (RuntimeException away) {
            Failure failure = Failure.of(away);
            if (failure.code() != ExitCode.UNREACHABLE) {
                throw away;
            }
            // Fails with its own message if the store is unreachable.
            Engine engine = open(Engine.Needs.STORE, terminal);
            terminal.warn("Temporal is away, what follows is what the store knows: " + failure.words());
            return engine;
        }
    }

    /**
     * Opens an engine that requires a separate Temporal server.
     *
     * @param why what is requested and why it needs a server: the beginning of the message if there is none
     */
    protected final Engine openWithServer(Engine.Needs needs, String why, Terminal terminal) {
        Engine engine = openUnwarned(needs, terminal);
        try {
            engine.requireServer(why);
            return engine;
        } catch (RuntimeProblem refused) {
            engine.close();
            throw refused;
        }
    }

    /** Opens the engine without warnings, for a command that may find that there is nothing to do. */
    protected final Engine openUnwarned(Engine.Needs needs, Terminal terminal) {
        Engine engine = Engine.open(settings(), needs, spec().qualifiedName(), terminal.steps());
        opened = engine;
        return engine;
    }
}
