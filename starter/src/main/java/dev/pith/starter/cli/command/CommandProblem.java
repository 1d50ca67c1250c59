package dev.pith.starter.cli.command;

import dev.pith.starter.engine.Outage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** The reason a command cannot proceed: one line with the cure. */
public final class CommandProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /** Creates a problem with an exit code and a one-line message. */
    public CommandProblem(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Returns a usage problem: exit code 2. */
    public static CommandProblem usage(String message) {
        return new CommandProblem(ExitCode.USAGE, message);
    }

    /**
     * Returns the problem of an unreadable source. It is a usage problem, except if the disk it is copied to is full.
     */
    public static CommandProblem unreadable(String source, IOException why) {
        return Outage.words(why)
                .map(words -> new CommandProblem(ExitCode.UNREACHABLE, words))
                .orElseGet(() -> usage(
                        why instanceof NoSuchFileException
                                ? source + " does not exist"
                                : source + " cannot be read: " + why.getMessage()));
    }

    /** Returns the command's exit code. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
