package dev.pith.starter.cli.command;

import dev.pith.starter.runtime.Progress;
import java.io.PrintWriter;

/**
 * Where a command writes: data to standard output, everything else to standard error.
 *
 * @param quiet whether progress and figures are left out
 * @param verbose whether details are told
 * @param live whether standard error is a terminal that can redraw a line
 * @param color whether it may be colored
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean quiet, boolean verbose, boolean live, boolean color) {

    /** Set by the launcher, because Java cannot tell which of its streams is a terminal. */
    private static final String TERMINAL = "pith.terminal";

    static Terminal of(PrintWriter out, PrintWriter err, boolean quiet, boolean verbose) {
        boolean terminal = Boolean.getBoolean(TERMINAL) && !"dumb".equals(System.getenv("TERM"));
        boolean color = terminal && System.getenv("NO_COLOR") == null;
        return new Terminal(out, err, quiet, verbose, terminal, color);
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

    /** What the servers do while they start. */
    public Progress steps() {
        return this::say;
    }

    /** Less bright where color is on. */
    public String dim(String text) {
        return color ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    /** Bold where color is on. */
    public String bold(String text) {
        return color ? "\u001b[1m" + text + "\u001b[0m" : text;
    }
}
