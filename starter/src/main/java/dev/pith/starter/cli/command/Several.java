package dev.pith.starter.cli.command;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Goes on with the next of several things when one fails, and sums up how it went. */
public final class Several {

    private final Terminal terminal;
    private final boolean one;
    private final BooleanSupplier ending;
    private ExitCode worst = ExitCode.DONE;
    private int done;
    private int failed;

    /**
     * For this many things; where there is only one, its failure is the command's.
     *
     * @param ending whether the process is ending by a signal, so that nothing can go on
     */
    public Several(Terminal terminal, int count, BooleanSupplier ending) {
        this.terminal = terminal;
        this.ending = ending;
        this.one = count == 1;
    }

    /**
     * Does one thing; where there are several, a failure is told and the next can go on, unless that would fail for the same
     * reason: a server is gone, a disk is full.
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

    /** What the one thing came to; of several: done, partly, or the worst where none succeeded. */
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
