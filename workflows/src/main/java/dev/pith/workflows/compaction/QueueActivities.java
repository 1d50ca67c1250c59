package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;

/**
 * Watches the workers of an endpoint. An attempt fails until the state changes and is retried by Temporal, so waiting
 * adds nothing to the history.
 */
@ActivityInterface
public interface QueueActivities {

    /** Completes once the endpoint has no worker. */
    void awaitNobody(String endpoint);

    /** Completes once the endpoint has a worker. */
    void awaitSomebody(String endpoint);
}
