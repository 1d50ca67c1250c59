package dev.pith.starter.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Asks the user before a change.
 *
 * @param yes whether the user agreed on the command line
 */
public record Confirmation(Terminal terminal, boolean yes) {

    /** System property set by the launcher: whether the session is interactive, so that the user can confirm. */
    private static final String ANSWERS = "pith.answers";

    /**
     * Checks that the user agreed or can be asked.
     *
     * @param what what {@code --yes} would do: the end of the message otherwise
     */
    public void requirePossible(String what) {
        if (!yes && !Boolean.getBoolean(ANSWERS)) {
            throw CommandProblem.usage("nobody can be asked here: add --yes " + what);
        }
    }

    /** Returns whether the user agrees; asks on the terminal unless {@code yes}. */
    public boolean given(String question) throws IOException {
        if (yes) {
            return true;
        }
        terminal.err().print(question + " [y/N] ");
        terminal.err().flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        String said = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
        return said.equals("y") || said.equals("yes");
    }
}
