package dev.pith.activities.gateway;

import dev.pith.workflows.ActivityPolicies;
import java.time.Duration;
import java.util.Optional;

/** Acquires call slots, in competition with the workers of all processes. Thread-safe. */
final class CallSlots {

    /**
     * The interval of polling for permits that other processes returned. A permit returned by this process wakes the
     * queue at once.
     */
    private static final long LOOK_MILLIS = 50;

    /** The longest wait within one attempt, which then leaves the queue. Shorter than an attempt's timeout. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final EndpointLimiter limiter;
    private volatile boolean over;

    CallSlots(EndpointLimiter limiter) {
        this.limiter = limiter;
    }

    /**
     * Returns a slot; blocks until one is free, for up to {@link #LONGEST}.
     *
     * @throws ModelCallException if none was free in time, the endpoint is in cooldown, or the task is canceled
     */
    CallSlot take(ModelTask modelTask, CancellationToken cancellationToken) {
        WaitQueue line = WaitQueue.at(limiter.endpoint());
        WaitQueue.Place place = line.join(cancellationToken.priority());
        try {
            return new CallSlot(limiter, permit(line, place, modelTask, cancellationToken), cancellationToken);
        } finally {
            line.leave(place);
        }
    }

    private CallPermit permit(
            WaitQueue line, WaitQueue.Place place, ModelTask modelTask, CancellationToken cancellationToken) {
        long end = System.nanoTime() + LONGEST.toNanos();
        Optional<CallPermit> permit = next(line, place);
        while (permit.isEmpty()) {
            if (cancellationToken.told()) {
                throw ModelCallException.of(ModelCallException.Kind.CANCELED, "canceled");
            }
            if (System.nanoTime() > end || limiter.closedUntil().isPresent()) {
                throw ModelCallException.later(
                        "model profile " + modelTask.use().profile() + " has no place free",
                        ActivityPolicies.SHORTEST_DELAY);
            }
            awaitNews(line);
            permit = next(line, place);
        }
        return permit.get();
    }

    /** Refuses slots from now on. Waiting calls fail at once. */
    void end() {
        over = true;
        WaitQueue.at(limiter.endpoint()).freed();
    }

    private Optional<CallPermit> next(WaitQueue line, WaitQueue.Place place) {
        if (over) {
            throw stopping();
        }
        return line.isFirst(place) ? limiter.permit() : Optional.empty();
    }

    private static void awaitNews(WaitQueue line) {
        try {
            line.await(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping();
        }
    }

    private static ModelCallException stopping() {
        return ModelCallException.later("this worker is stopping", ActivityPolicies.SHORTEST_DELAY);
    }
}
