package dev.pith.starter.cli.command;

import java.util.function.Supplier;

/** Goes on with the next of several things when one fails, and sums up how it went. */
public final class Several {

    private final Terminal terminal;
    private final boolean one;
    private ExitCode worst = ExitCode.DONE;
    private int done;
    private int failed;

    /** For this many things; where there is only one, its failure is the command's. */
    public Several(Terminal terminal, int count) {
        this.terminal = terminal;
        this.one = count == 1;
    }

    /** Does one thing; where there are several, a failure is told and the next can go on. */
    public void attempt(Supplier<ExitCode> work) {
        try {
            note(work.get());
        } catch (CommandProblem problem) {
            if (one) {
                throw problem;
            }
            terminal.warn(String.valueOf(problem.getMessage()));
            note(problem.exitCode());
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
