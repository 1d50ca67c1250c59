package dev.pith.starter.cli.command;

import dev.pith.workflows.compaction.Outcome;

/** What a command's exit code says. */
public enum ExitCode {
    DONE(0),
    /** Failed, superseded or interrupted. */
    FAILED(1),
    USAGE(2),
    /** Degraded, irreducible, over budget, or some of several failed. */
    PARTLY(3),
    /** A server cannot be reached. */
    UNREACHABLE(5),
    /** Canceled or interrupted by the user. */
    CANCELED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number that the process ends with. */
    public int code() {
        return code;
    }

    /** What a compaction that ended so makes of its command. */
    public static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case COMPACTED, PREVIEWED, NOTHING_TO_DO -> DONE;
            case COMPACTED_DEGRADED, IRREDUCIBLE, OVER_BUDGET -> PARTLY;
            case SUPERSEDED, INTERRUPTED, FAILED -> FAILED;
            case CANCELED -> CANCELED;
        };
    }
}
