package dev.pith.starter.cli.command;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Runs several items, continues after failures and computes the exit code. */
public final class Several {

    private final Terminal terminal;
    private final boolean one;
    private final BooleanSupplier ending;
    private ExitCode worst = ExitCode.DONE;
    private int done;
    private int failed;

    /**
     * Creates a run of {@code count} items. If there is only one, its exception is rethrown.
     *
     * @param ending whether the process is shutting down because of a signal
     */
    public Several(Terminal terminal, int count, BooleanSupplier ending) {
        this.terminal = terminal;
        this.ending = ending;
        this.one = count == 1;
    }

    /**
     * Runs one item. If there are several, reports a failure and continues, unless the next item would fail for the
     * same reason, such as an unreachable server or a full disk.
     */
    public void attempt(String name, Supplier<ExitCode> work) {
        try {
            note(work.get());
        } catch (RuntimeException | StackOverflowError thrown) {
            Failure failure = Failure.of(thrown);
            if (one || ending.getAsBoolean() || failure.code() == ExitCode.UNREACHABLE) {
                throw thrown;
            }
            terminal.warn(
                    failure.unexpected() ? name + ": " + failure.words() + " (a defect of Pith)" : failure.words());
            if (terminal.verbose()) {
                thrown.printStackTrace(terminal.err());
            }
            note(failure.code());
        }
    }

    /**
     * Returns the exit code of the only item. For several items, returns done, partly, or the worst code if none
     * succeeded.
     */
    public ExitCode exitCode() {
        if (failed == 0) {
            return worst;
        }
        return done > 0 ? ExitCode.PARTLY : worst;
    }

    private void note(ExitCode code) {
        switch (code) {
            case DONE -> done++;
            case PARTLY -> {
                done++;
                worst = ExitCode.PARTLY;
            }
            default -> {
                failed++;
                worst = code;
            }
        }
    }
}
