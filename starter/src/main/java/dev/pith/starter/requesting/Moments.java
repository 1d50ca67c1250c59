package dev.pith.starter.requesting;

import dev.pith.workflows.backfill.Moment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a point in time: a date, which begins at midnight in the local time zone, or an age. */
public final class Moments {

    /** The error message for an invalid one. */
    public static final String RULE = "must be a date such as 2026-01-31 or a time ago such as 90m, 24h, 7d or 4w";

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})(m|h|d|w)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Moments() {}

    /** Returns the moment, an age being resolved when it is evaluated; empty if it is invalid. */
    public static Optional<Moment> of(String text) {
        Matcher ago = AGO.matcher(text.strip());
        if (ago.matches()) {
            return Optional.of(Moment.ago(duration(Long.parseLong(ago.group(1)), ago.group(2))));
        }
        if (!DATE.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Moment.at(LocalDate.parse(text.strip())
                    .atStartOfDay(ZoneId.systemDefault())
                    .toInstant()));
        } catch (DateTimeException e) {
            // Not a valid calendar date.
            return Optional.empty();
        }
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
