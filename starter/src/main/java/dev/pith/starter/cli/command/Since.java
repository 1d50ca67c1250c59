package dev.pith.starter.cli.command;

import dev.pith.workflows.backfill.Moment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a point in time: a date, which begins at midnight in the local time zone, or an age. */
public final class Since {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})(m|h|d|w)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Since() {}

    /**
     * Returns the instant that {@code --since} specifies, relative to {@code now}. An invalid value is a usage problem.
     */
    public static Instant of(String typed, Instant now) {
        return moment("--since", typed).asOf(now);
    }

    /** Returns the moment that an option specifies, resolved when it is evaluated. */
    public static Moment moment(String option, String typed) {
        Matcher ago = AGO.matcher(typed.strip());
        if (ago.matches()) {
            return Moment.ago(duration(Long.parseLong(ago.group(1)), ago.group(2)));
        }
        try {
            if (DATE.matcher(typed.strip()).matches()) {
                return Moment.at(LocalDate.parse(typed.strip())
                        .atStartOfDay(ZoneId.systemDefault())
                        .toInstant());
            }
        } catch (DateTimeException e) {
            // Not a valid calendar date: the message below applies.
        }
        throw CommandProblem.usage(option + " is \"" + typed
                + "\", must be a date such as 2026-01-31 or a time ago such as 90m, 24h, 7d or 4w");
    }

    private static Duration duration(long number, String unit) {
        return switch (unit) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }
}
