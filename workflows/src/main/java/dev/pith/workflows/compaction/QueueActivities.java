package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;

/**
 * What Temporal and the store know of those who take an endpoint's work. An attempt fails where it finds nothing new, or
 * cannot find out, and is made again: so waiting adds nothing to a history.
 */
@ActivityInterface
public interface QueueActivities {

    /** Ends once no worker takes an endpoint's work. */
    void awaitNobody(String endpoint);

    /** Ends once a worker takes an endpoint's work. */
    void awaitSomebody(String endpoint);
}
