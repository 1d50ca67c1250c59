package dev.pith.starter.monitoring;

import dev.pith.activities.store.Database;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Whether PostgreSQL and Temporal answer, each within two seconds. An answer holds for a second. Thread-safe. */
public final class Readiness {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BoundedRead<Boolean> store;
    private final BoundedRead<Boolean> temporal;

    public Readiness(Database database, WorkflowServiceStubs stubs) {
        this.store = new BoundedRead<>(() -> answers(database), FRESH, PATIENCE);
        this.temporal = new BoundedRead<>(() -> answers(stubs), FRESH, PATIENCE);
    }

    /** Returns what does not answer, in words for an operator; empty if both do. */
    public Optional<String> trouble() {
        if (store.get().isEmpty()) {
            return Optional.of("PostgreSQL does not answer");
        }
        return temporal.get().isEmpty() ? Optional.of("Temporal does not answer") : Optional.empty();
    }

    private static boolean answers(Database database) {
        database.transact(
                handle -> handle.select("select 1").mapTo(Integer.class).one());
        return true;
    }

    /** Asks Temporal for something small; fails if it does not answer. */
    static boolean answers(WorkflowServiceStubs stubs) {
        stubs.blockingStub()
                .withDeadlineAfter(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
        return true;
    }
}
