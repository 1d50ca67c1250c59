package dev.pith.activities.backfill;

import dev.pith.workflows.FailureType;
import dev.pith.workflows.compaction.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The retries of a failed conversation: a few soon, since most faults are short, then every 15 minutes for a day, since
 * an outage may be long. Permanent failures are not retried.
 */
final class RetrySchedule {

    /** The delays of the first retries, in order. */
    private static final List<Duration> FAST =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(3));

    /** The delay of all later retries. */
    private static final Duration SLOW = Duration.ofMinutes(15);

    /** The longest time from the first failure to a retry. */
    private static final Duration WHOLE = Duration.ofHours(24);

    /** The most immediate restarts of an interrupted or superseded compaction. */
    private static final int MOST_INTERRUPTIONS = 5;

    private RetrySchedule() {}

    /** Returns the time of the next attempt; empty if the failure is permanent. */
    static Optional<Instant> next(Ended ended, Instant now) {
        Outcome outcome = ended.outcome();
        if (outcome == Outcome.INTERRUPTED || outcome == Outcome.SUPERSEDED) {
            return ended.attempts() < MOST_INTERRUPTIONS ? Optional.of(now) : Optional.empty();
        }
        if (outcome != Outcome.FAILED || !isOutage(ended.failure())) {
            return Optional.empty();
        }
        Instant due = now.plus(ended.attempts() < FAST.size() ? FAST.get(ended.attempts()) : SLOW);
        Instant since = ended.failingSince() == null ? now : ended.failingSince();
        return due.isBefore(since.plus(WHOLE)) ? Optional.of(due) : Optional.empty();
    }

    private static boolean isOutage(@Nullable String failure) {
        return FailureType.MODEL_UNAVAILABLE.name().equals(failure);
    }
}
