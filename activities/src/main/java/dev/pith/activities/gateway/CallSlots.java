package dev.pith.activities.gateway;

import dev.pith.workflows.ActivityPolicies;
import java.time.Duration;
import java.util.Optional;

/** Waits for a permit among the workers of all processes. Thread-safe. */
final class CallSlots {

    /** How often a permit is looked for that another process may have freed; one freed here is heard of at once. */
    private static final long LOOK_MILLIS = 50;

    /** After this much waiting the attempt gives its place in the worker back. Less than an attempt may wait. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final EndpointLimiter manners;
    private volatile boolean over;

    CallSlots(EndpointLimiter manners) {
        this.manners = manners;
    }

    /** The question's turn. */
    CallSlot take(ModelTask modelTask, CancellationToken cancellationToken) {
        WaitQueue line = WaitQueue.at(manners.endpoint());
        WaitQueue.Place place = line.join(cancellationToken.priority());
        try {
            return new CallSlot(manners, permit(line, place, modelTask, cancellationToken), cancellationToken);
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
            if (System.nanoTime() > end || manners.closedUntil().isPresent()) {
                throw ModelCallException.later(
                        "model profile " + modelTask.use().profile() + " has no place free",
                        ActivityPolicies.SHORTEST_DELAY);
            }
            awaitNews(line);
            permit = next(line, place);
        }
        return permit.get();
    }

    /** Nobody gets a turn here any more; who waits for one hears it at once. */
    void end() {
        over = true;
        WaitQueue.at(manners.endpoint()).freed();
    }

    private Optional<CallPermit> next(WaitQueue line, WaitQueue.Place place) {
        if (over) {
            throw stopping();
        }
        return line.isFirst(place) ? manners.permit() : Optional.empty();
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
