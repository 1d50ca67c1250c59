package dev.pith.starter.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses durations: {@code 10} and {@code 10s}, {@code 500ms}, {@code 5m}, {@code 2h}. */
public final class Durations {

    /** The error message for an invalid duration. */
    public static final String RULE = "must be a duration from 1ms to 24h, such as 10s or 5m";

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)?");
    private static final Duration MOST = Duration.ofHours(24);

    private Durations() {}

    /** Returns the duration; empty if it is invalid or out of range. */
    public static Optional<Duration> of(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        String unit = Optional.ofNullable(matcher.group(2)).orElse("s");
        Duration duration = switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
        return duration.isZero() || duration.compareTo(MOST) > 0 ? Optional.empty() : Optional.of(duration);
    }
}
