package dev.pith.starter.cli.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** Why a command cannot do what was asked; one line, with what to do instead. */
public final class CommandProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /** Ends the command with this exit code and this one line. */
    public CommandProblem(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Wrong use: exit code 2. */
    public static CommandProblem usage(String message) {
        return new CommandProblem(ExitCode.USAGE, message);
    }

    /** A source that cannot be read: wrong use, but where the disk that it is copied to is full. */
    public static CommandProblem unreadable(String source, IOException why) {
        return Outage.words(why)
                .map(words -> new CommandProblem(ExitCode.UNREACHABLE, words))
                .orElseGet(() -> usage(
                        why instanceof NoSuchFileException
                                ? source + " does not exist"
                                : source + " cannot be read: " + why.getMessage()));
    }

    /** What the command ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
