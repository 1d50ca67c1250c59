package dev.pith.starter.cli.command;

import dev.pith.starter.engine.StartPatience;
import dev.pith.starter.runtime.StartupProgress;
import java.io.PrintWriter;

/**
 * Where a command writes: data to standard output, everything else to standard error. What is written to a terminal has its
 * control characters spelled out, whoever wrote them ({@link ScreenWriter}); what goes elsewhere stays as it is.
 *
 * @param quiet whether progress and figures are left out
 * @param verbose whether details are told
 * @param live whether standard error is a terminal that can redraw a line
 * @param color whether it may be colored
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean quiet, boolean verbose, boolean live, boolean color) {

    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";
    private static final String CLEAR_LINE = "\r\u001b[K";

    /** Standard error is a terminal where it is written through a {@link ScreenWriter}. */
    static Terminal of(PrintWriter out, PrintWriter err, boolean quiet, boolean verbose) {
        boolean live = err instanceof ScreenWriter && !"dumb".equals(System.getenv("TERM"));
        boolean color = live && System.getenv("NO_COLOR") == null;
        return new Terminal(out, err, quiet, verbose, live, color);
    }

    /** Progress, figures, the next useful command. */
    public void say(String text) {
        if (!quiet) {
            err.println(text);
            err.flush();
        }
    }

    /** What must be known even where quiet was asked for. */
    public void warn(String text) {
        err.println("pith: " + text);
        err.flush();
    }

    /** For starting work: says that Temporal is waited for, where it is silent for some seconds. */
    public StartPatience patience() {
        return StartPatience.telling(() -> warn("Temporal does not take the work: waiting for it, for "
                + StartPatience.LONGEST.toSeconds() + " seconds at most"));
    }

    /** What the servers do while they start. */
    public StartupProgress steps() {
        return this::say;
    }

    /** The same as {@link #say}, less bright where color is on. */
    public void sayDim(String text) {
        sayIn(DIM, text, "");
    }

    /** The same as {@link #say}, its beginning bold where color is on. */
    public void sayBold(String beginning, String rest) {
        sayIn(BOLD, beginning, rest);
    }

    /** Puts a text in the place of the terminal's last line, which is not ended; an empty one takes the line away. */
    public void redraw(String text) {
        control(CLEAR_LINE, live);
        err.print(text);
        err.flush();
    }

    private void sayIn(String style, String text, String rest) {
        if (!quiet) {
            control(style, color);
            err.print(text);
            control(PLAIN, color);
            err.println(rest);
            err.flush();
        }
    }

    private void control(String sequence, boolean on) {
        if (on && err instanceof ScreenWriter screen) {
            screen.control(sequence);
        }
    }
}
