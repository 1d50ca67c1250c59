package dev.pith.workflows.backfill;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A point in time: fixed, or relative to its evaluation. Exactly one component is not null.
 *
 * @param at the fixed time
 * @param secondsAgo the seconds before the evaluation
 */
public record Moment(@Nullable Instant at, @Nullable Long secondsAgo) {

    public Moment {
        if ((at == null) == (secondsAgo == null)) {
            throw new IllegalArgumentException("a moment is either fixed or some time ago: " + at + ", " + secondsAgo);
        }
    }

    /** Returns a fixed time. */
    public static Moment at(Instant instant) {
        return new Moment(instant, null);
    }

    /** Returns a time relative to its evaluation; drops fractions of a second. */
    public static Moment ago(Duration duration) {
        return new Moment(null, duration.toSeconds());
    }

    /** Returns the time, evaluated now. */
    public Instant asOf(Instant now) {
        return secondsAgo == null ? Objects.requireNonNull(at) : now.minusSeconds(secondsAgo);
    }

    @Override
    public String toString() {
        return secondsAgo == null ? String.valueOf(at) : secondsAgo + " s ago";
    }
}
