package dev.pith.workflows.compaction;

import io.temporal.failure.ApplicationFailure;
import java.util.concurrent.atomic.AtomicInteger;

/** Queues whose workers come and go as the test says; it counts how often it was asked. */
final class FakeQueues implements QueueActivities {

    private final AtomicInteger asked = new AtomicInteger();
    volatile boolean taken = true;
    volatile boolean broken;

    @Override
    public void awaitNobody(String endpoint) {
        found(!taken);
    }

    @Override
    public void awaitSomebody(String endpoint) {
        found(taken);
    }

    int asked() {
        return asked.get();
    }

    private void found(boolean news) {
        asked.incrementAndGet();
        if (broken) {
            throw ApplicationFailure.newNonRetryableFailure("no such activity", "BROKEN");
        }
        if (!news) {
            throw ApplicationFailure.newFailure("as before", "AS_BEFORE");
        }
    }
}
