package dev.pith.starter.cli.command;

import dev.pith.workflows.backfill.Moment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment as people say it: a date, whose day begins here at midnight, or how long ago it was. */
public final class Since {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})(m|h|d|w)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Since() {}

    /** What --since names at this moment; a usage problem where it names nothing. */
    public static Instant of(String typed, Instant now) {
        return moment("--since", typed).asOf(now);
    }

    /** What an option names so, whenever it is asked. */
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
            // No day of the calendar: the same words help.
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
