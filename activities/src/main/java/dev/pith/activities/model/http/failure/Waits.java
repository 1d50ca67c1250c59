package dev.pith.activities.model.http.failure;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Computes the wait that the headers of a failure request: {@code Retry-After}, {@code retry-after-ms}, and the resets
 * of exhausted rate limits. The longest applies.
 */
public final class Waits {

    /** Maximum wait; longer ones amount to a refusal, and some are errors of the server. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(?:\\.\\d{0,9})?");
    private static final Pattern STEP = Pattern.compile("(\\d{1,12}(?:\\.\\d{0,9})?)(ns|us|µs|ms|s|m|h|d)");

    /** Larger numbers are seconds or milliseconds since 1970, not waits of 30 years. */
    private static final double EPOCH_SECONDS = 1e9;

    private static final double EPOCH_MILLIS = 1e11;

    private final Headers headers;
    private final Instant now;

    /** Uses the server's clock if the response has a {@code Date} header, otherwise the given time. */
    Waits(Headers headers, Instant clock) {
        this.headers = headers;
        Date date = headers.getDate("Date");
        this.now = date == null ? clock : date.toInstant();
    }

    /** Returns the wait, 0 to {@link #LONGEST}; null if no header requests one. */
    @Nullable
    Duration longest() {
        return headers.names().stream()
                .flatMap(name -> of(name.toLowerCase(Locale.ROOT)).stream())
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
                .max(Duration::compareTo)
                .orElse(null);
    }

    private Optional<Duration> of(String name) {
        String value = Optional.ofNullable(headers.get(name)).orElse("").strip();
        if (name.equals("retry-after")) {
            return wait(name, value);
        }
        if (name.equals("retry-after-ms")) {
            return number(value).map(millis -> seconds(millis / 1_000));
        }
        boolean reset = name.startsWith("x-ratelimit-reset")
                || (name.startsWith("anthropic-ratelimit-") && name.endsWith("-reset"));
        return reset && !remains(name.replace("reset", "remaining")) ? wait(name, value) : Optional.empty();
    }

    private boolean remains(String name) {
        return number(Optional.ofNullable(headers.get(name)).orElse("").strip())
                .filter(left -> left > 0)
                .isPresent();
    }

    private Optional<Duration> wait(String name, String value) {
        return number(value)
                .map(this::plain)
                .or(() -> steps(value))
                .or(() -> timestamp(value)
                        .or(() -> Optional.ofNullable(headers.getDate(name)).map(Date::toInstant))
                        .map(time -> Duration.between(now, time)));
    }

    private Duration plain(double number) {
        return number >= EPOCH_MILLIS
                ? Duration.between(now, Instant.ofEpochMilli((long) number))
                : number >= EPOCH_SECONDS
                        ? Duration.between(now, Instant.ofEpochSecond((long) number))
                        : seconds(number);
    }

    private static Optional<Double> number(String value) {
        return NUMBER.matcher(value).matches() ? Optional.of(Double.valueOf(value)) : Optional.empty();
    }

    /** Parses durations such as {@code 6m0s}, {@code 1.5s}, {@code 120ms}. */
    private static Optional<Duration> steps(String value) {
        double seconds = 0;
        int end = 0;
        Matcher matcher = STEP.matcher(value);
        while (matcher.find() && matcher.start() == end) {
            seconds += Double.parseDouble(matcher.group(1)) * unit(matcher.group(2));
            end = matcher.end();
        }
        return end > 0 && end == value.length() ? Optional.of(seconds(seconds)) : Optional.empty();
    }

    private static double unit(String name) {
        return switch (name) {
            case "d" -> 86_400;
            case "h" -> 3_600;
            case "m" -> 60;
            case "s" -> 1;
            case "ms" -> 1e-3;
            case "ns" -> 1e-9;
            default -> 1e-6;
        };
    }

    private static Optional<Instant> timestamp(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (Math.min(seconds, (double) LONGEST.toSeconds()) * 1e9));
    }
}
