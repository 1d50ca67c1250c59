package dev.pith.starter.cli.command;

import dev.pith.starter.engine.StartPatience;
import dev.pith.starter.runtime.StartupProgress;
import java.io.PrintWriter;

/**
 * A command's output: data goes to standard output, everything else to standard error. Control characters written to a
 * terminal are escaped ({@link ScreenWriter}); output to files and pipes is unchanged.
 *
 * @param quiet whether to omit progress and figures
 * @param verbose whether to print details
 * @param live whether standard error is a terminal that can redraw a line
 * @param color whether output may be colored
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean quiet, boolean verbose, boolean live, boolean color) {

    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";
    private static final String CLEAR_LINE = "\r\u001b[K";

    /** Creates a terminal. Standard error is a terminal if {@code err} is a {@link ScreenWriter}. */
    static Terminal of(PrintWriter out, PrintWriter err, boolean quiet, boolean verbose) {
        boolean live = err instanceof ScreenWriter && !"dumb".equals(System.getenv("TERM"));
        boolean color = live && System.getenv("NO_COLOR") == null;
        return new Terminal(out, err, quiet, verbose, live, color);
    }

    /** Prints progress, figures and the next useful command; nothing if quiet. */
    public void say(String text) {
        if (!quiet) {
            err.println(text);
            err.flush();
        }
    }

    /** Prints a message even if quiet. */
    public void warn(String text) {
        err.println("pith: " + text);
        err.flush();
    }

    /** Returns a listener that reports if Temporal has not answered for some seconds when work is started. */
    public StartPatience patience() {
        return StartPatience.telling(() -> warn("Temporal does not take the work: waiting for it, for "
                + StartPatience.LONGEST.toSeconds() + " seconds at most"));
    }

    /** Returns a listener that prints what the servers do while they start. */
    public StartupProgress steps() {
        return this::say;
    }

    /** Prints like {@link #say}, dimmed if color is on. */
    public void sayDim(String text) {
        sayIn(DIM, text, "");
    }

    /** Prints like {@link #say}, with the beginning in bold if color is on. */
    public void sayBold(String beginning, String rest) {
        sayIn(BOLD, beginning, rest);
    }

    /** Replaces the terminal's current, unterminated line by this text. An empty text clears it. */
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
