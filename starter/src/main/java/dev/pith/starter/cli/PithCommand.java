package dev.pith.starter.cli;

import dev.pith.starter.config.Settings;
import dev.pith.starter.engine.Engine;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command shares: the common options, its terminal, and the engine that it may open. */
abstract class PithCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec spec;

    /** Does the work. */
    abstract ExitCode run(Terminal terminal);

    @Override
    public final Integer call() {
        return run(terminal()).code();
    }

    final CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets the spec");
    }

    final CommonOptions common() {
        return common;
    }

    final Settings settings() {
        return common.settings();
    }

    final Terminal terminal() {
        return Terminal.of(
                spec().commandLine().getOut(), spec().commandLine().getErr(), common.quiet(), common.verbose());
    }

    /** The engine; what it warns of is told. */
    final Engine open(Engine.Needs needs, Terminal terminal) {
        Engine engine = Engine.open(settings(), needs, spec().qualifiedName(), terminal.steps());
        engine.warning().ifPresent(terminal::warn);
        return engine;
    }
}
