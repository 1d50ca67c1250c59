package dev.pith.workflows.flush;

import dev.pith.workflows.ActivityPolicies;
import dev.pith.workflows.Reasons;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt at a range failed.
 *
 * @param why the reason
 * @param pause the wait before the next attempt if this one does not count, because it could not be made; else null
 */
record Setback(String why, @Nullable Duration pause) {

    private static final Duration FOR_A_WORKER = Duration.ofMinutes(1);

    static Setback of(ActivityFailure failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof TimeoutFailure timeout) {
            return timedOut(timeout.getTimeoutType());
        }
        boolean later =
                cause instanceof ApplicationFailure told && told.getType().equals(ActivityPolicies.LATER);
        return new Setback(Reasons.of(failure), later ? delay(cause) : null);
    }

    private static Setback timedOut(TimeoutType type) {
        return switch (type) {
            case TIMEOUT_TYPE_START_TO_CLOSE ->
                new Setback("it took longer than " + ActivityPolicies.FLUSH.toSeconds() + " s", null);
            case TIMEOUT_TYPE_SCHEDULE_TO_START ->
                new Setback("no worker that is running can call its model: start one that has its key", FOR_A_WORKER);
            default -> new Setback("its worker was lost", null);
        };
    }

    private static Duration delay(@Nullable Throwable cause) {
        Duration asked = cause instanceof ApplicationFailure told && told.getNextRetryDelay() != null
                ? told.getNextRetryDelay()
                : ActivityPolicies.SHORTEST_DELAY;
        return asked.compareTo(ActivityPolicies.SHORTEST_DELAY) < 0 ? ActivityPolicies.SHORTEST_DELAY : asked;
    }
}
