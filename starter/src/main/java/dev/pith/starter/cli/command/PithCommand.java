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

/** What every command shares: the common options, its terminal, and the engine that it may open. */
public abstract class PithCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable Engine opened;

    /** Does the work. */
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

    /** Never returns. A signal ends the process; what its hook took away from under this thread is no failure. */
    protected static void untilTheProcessEnds() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What picocli knows of this command. */
    protected final CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets the spec");
    }

    /** The settings that the command line itself gives. */
    protected final Map<Setting, String> flags() {
        return common.flags();
    }

    /** The settings in force: of the command line, the environment and the files; read anew at each call. */
    protected final Settings settings() {
        return common.settings();
    }

    /** Where this command writes. */
    protected final Terminal terminal() {
        return Terminal.of(
                spec().commandLine().getOut(), spec().commandLine().getErr(), common.quiet(), common.verbose());
    }

    /** The engine; a command that runs work tells what its servers cannot do. */
    protected final Engine open(Engine.Needs needs, Terminal terminal) {
        Engine engine = openUnwarned(needs, terminal);
        if (needs == Engine.Needs.WORKER) {
            engine.warning().ifPresent(terminal::warn);
        }
        return engine;
    }

    /** The engine for what the store tells, and Temporal more exactly: where that is away, without it, and the user is told. */
    protected final Engine openToRead(Terminal terminal) {
        try {
            return open(Engine.Needs.TEMPORAL, terminal);
        } catch (RuntimeException away) {
            Failure failure = Failure.of(away);
            if (failure.code() != ExitCode.UNREACHABLE) {
                throw away;
            }
            // Where it is the store that cannot be reached, this says so.
            Engine engine = open(Engine.Needs.STORE, terminal);
            terminal.warn("Temporal is away, what follows is what the store knows: " + failure.words());
            return engine;
        }
    }

    /**
     * The engine for what only a Temporal server of its own can do.
     *
     * @param why what is asked for and why: the beginning of the message where there is no such server
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

    /** The engine, for a command that may find out that it can do nothing. */
    protected final Engine openUnwarned(Engine.Needs needs, Terminal terminal) {
        Engine engine = Engine.open(settings(), needs, spec().qualifiedName(), terminal.steps());
        opened = engine;
        return engine;
    }
}
