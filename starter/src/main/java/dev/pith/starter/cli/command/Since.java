package dev.pith.starter.cli.command;

import dev.pith.starter.requesting.Moments;
import dev.pith.workflows.backfill.Moment;
import java.time.Instant;

/** Parses a point in time as an option gives it: a date or an age. */
public final class Since {

    private Since() {}

    /**
     * Returns the instant that {@code --since} specifies, relative to {@code now}. An invalid value is a usage problem.
     */
    public static Instant of(String typed, Instant now) {
        return moment("--since", typed).asOf(now);
    }

    /** Returns the moment that an option specifies, resolved when it is evaluated. */
    public static Moment moment(String option, String typed) {
        return Moments.of(typed)
                .orElseThrow(() -> CommandProblem.usage(option + " is \"" + typed + "\", " + Moments.RULE));
    }
}
