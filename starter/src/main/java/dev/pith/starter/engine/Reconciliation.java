package dev.pith.starter.engine;

import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.Outcome;
import dev.pith.workflows.compaction.Strategy;
import io.temporal.client.WorkflowClient;

/** Holds the store's running compactions against Temporal: one whose workflow is gone becomes INTERRUPTED. */
final class Reconciliation {

    private Reconciliation() {}

    static void run(Database database, WorkflowClient client) {
        Compactions compactions = database.table(Compactions.class);
        for (Compaction running : compactions.running()) {
            if (!isOpen(client, database.storeId(), running)) {
                compactions.end(
                        running.id(),
                        Outcome.INTERRUPTED.name(),
                        null,
                        running.tokensBefore(),
                        "its workflow is gone from Temporal: start it again, finished chunks are reused");
            }
        }
    }

    private static boolean isOpen(WorkflowClient client, String storeId, Compaction running) {
        String workflow = Strategy.valueOf(running.strategy()).workflowId(storeId, running.conversation());
        return OpenCompaction.of(client, workflow).filter(running.id()::equals).isPresent();
    }
}
