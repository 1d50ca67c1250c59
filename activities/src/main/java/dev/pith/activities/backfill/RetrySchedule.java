package dev.pith.activities.backfill;

import dev.pith.workflows.FailureType;
import dev.pith.workflows.compaction.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The retries of a failed conversation: a few soon, since most faults are short, then rare ones for a day, since an outage may
 * be long. Permanent failures are not retried.
 */
final class RetrySchedule {

    /** The fast phase, an entry an attempt. */
    private static final List<Duration> FAST =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(3));

    /** The pause of the slow phase. */
    private static final Duration SLOW = Duration.ofMinutes(15);

    /** How long a conversation may go on failing. */
    private static final Duration WHOLE = Duration.ofHours(24);

    /** A lost workflow is no matter of waiting: it is started again at once, but not for ever. */
    private static final int MOST_INTERRUPTIONS = 5;

    private RetrySchedule() {}

    /** When to try again; empty where it has failed for good. */
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
