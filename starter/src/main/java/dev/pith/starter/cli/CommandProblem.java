package dev.pith.starter.cli;

/** Why a command cannot do what was asked; one line, with what to do instead. */
final class CommandProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    CommandProblem(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static CommandProblem usage(String message) {
        return new CommandProblem(ExitCode.USAGE, message);
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
