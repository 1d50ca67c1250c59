package dev.pith.starter.cli;

import dev.pith.workflows.compaction.Outcome;

/** What a command's exit code says. */
enum ExitCode {
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

    int code() {
        return code;
    }

    static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case COMPACTED, PREVIEWED, NOTHING_TO_DO -> DONE;
            case COMPACTED_DEGRADED, IRREDUCIBLE, OVER_BUDGET -> PARTLY;
            case SUPERSEDED, INTERRUPTED, FAILED -> FAILED;
            case CANCELED -> CANCELED;
        };
    }
}
