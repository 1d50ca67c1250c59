package dev.pith.workflows.backfill;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A moment, fixed or so long before whoever asks. Exactly one of both is given.
 *
 * @param at a fixed one
 * @param secondsAgo how long before now
 */
public record Moment(@Nullable Instant at, @Nullable Long secondsAgo) {

    public Moment {
        if ((at == null) == (secondsAgo == null)) {
            throw new IllegalArgumentException("a moment is either fixed or some time ago: " + at + ", " + secondsAgo);
        }
    }

    /** A fixed one. */
    public static Moment at(Instant instant) {
        return new Moment(instant, null);
    }

    /** So long before whoever asks. */
    public static Moment ago(Duration duration) {
        return new Moment(null, duration.toSeconds());
    }

    /** What it is for somebody who asks now. */
    public Instant asOf(Instant now) {
        return secondsAgo == null ? Objects.requireNonNull(at) : now.minusSeconds(secondsAgo);
    }

    @Override
    public String toString() {
        return secondsAgo == null ? String.valueOf(at) : secondsAgo + " s ago";
    }
}
