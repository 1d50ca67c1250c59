package dev.pith.starter.cli.command;

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

    /** What the command ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
