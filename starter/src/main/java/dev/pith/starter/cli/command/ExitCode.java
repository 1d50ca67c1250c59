package dev.pith.starter.cli.command;

import dev.pith.workflows.compaction.Outcome;

/** The exit codes of commands. */
public enum ExitCode {
    DONE(0),
    /** Failed, superseded or interrupted. */
    FAILED(1),
    USAGE(2),
    /** Degraded, irreducible, over budget, or only some of several things failed. */
    PARTLY(3),
    /** A server cannot be reached. */
    UNREACHABLE(5),
    /** Canceled or interrupted by the user. */
    CANCELED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** Returns the process's exit code. */
    public int code() {
        return code;
    }

    /** Returns the exit code of two steps: that of the one that was not done, or partly if both differ. */
    public ExitCode and(ExitCode next) {
        return this == DONE || this == next ? next : PARTLY;
    }

    /** Returns the exit code for a compaction's outcome. */
    public static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case COMPACTED, PREVIEWED, NOTHING_TO_DO -> DONE;
            case COMPACTED_DEGRADED, IRREDUCIBLE, OVER_BUDGET -> PARTLY;
            case SUPERSEDED, INTERRUPTED, FAILED -> FAILED;
            case CANCELED -> CANCELED;
        };
    }
}
