package dev.pith.starter.engine;

import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.QueueActivities;
import io.temporal.client.WorkflowClient;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.util.Set;

/**
 * Checks once for workers that poll an endpoint's queue. Thread-safe.
 *
 * @param own the endpoints that the worker of this process serves
 * @param outage the last outage of the connection used for the check
 */
record QueueActivitiesImpl(WorkflowClient client, Database database, Set<String> own, LastOutage outage)
        implements QueueActivities {

    @Override
    public void awaitNobody(String endpoint) {
        if (anybody(endpoint)) {
            throw again("a worker takes its work");
        }
        if (outage.within(Pollers.LONGEST_POLL)) {
            throw again("Temporal has just come back and may not know its workers yet");
        }
    }

    @Override
    public void awaitSomebody(String endpoint) {
        if (!anybody(endpoint)) {
            throw again("no worker takes its work: none that runs has the model's key");
        }
    }

    private boolean anybody(String endpoint) {
        try {
            return own.contains(endpoint) || Pollers.any(client, database, endpoint);
        } catch (RuntimeException e) {
            throw again("it cannot be told who takes its work: " + e.getClass().getSimpleName());
        }
    }

    /** A benign failure: the SDK neither counts nor logs it as an error. */
    private static ApplicationFailure again(String words) {
        return ApplicationFailure.newBuilder()
                .setMessage(words)
                .setType("AS_BEFORE")
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }
}
