package dev.pith.starter.engine;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.BackfillOutcome;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.compaction.Outcome;
import io.temporal.client.WorkflowClient;
import java.util.function.BooleanSupplier;

/**
 * Holds what runs in the store against the Temporal that runs it: a compaction or backfill whose workflow is gone becomes
 * INTERRUPTED. What another Temporal runs is left alone: this one knows nothing of it.
 *
 * @param seesAll whether this Temporal has the work of all processes: a server inside one of them has none of the others'
 */
record Reconciliation(Database database, WorkflowClient client, BooleanSupplier seesAll) {

    /** With a Temporal that everybody uses. */
    Reconciliation(Database database, WorkflowClient client) {
        this(database, client, () -> true);
    }

    /** Does nothing where work of others may run that nobody here can see. */
    void run() {
        if (seesAll.getAsBoolean()) {
            endWhatIsGone();
        }
    }

    private void endWhatIsGone() {
        Compactions compactions = database.table(Compactions.class);
        for (Compaction running : compactions.running(database.temporal())) {
            if (!isOpen(client, database.storeId(), running)) {
                compactions.end(
                        running.id(),
                        Outcome.INTERRUPTED,
                        null,
                        running.tokensBefore(),
                        "its workflow is gone from Temporal: start it again, finished chunks are reused");
            }
        }
        Backfills backfills = database.table(Backfills.class);
        for (Backfill running : backfills.running(database.temporal())) {
            String workflow = WorkflowIds.backfill(TaskQueues.workflows(database.storeId()), running.name());
            if (!OpenWorkflow.is(client, workflow)) {
                backfills.end(running.name(), running.run(), BackfillOutcome.INTERRUPTED);
            }
        }
    }

    private static boolean isOpen(WorkflowClient client, String storeId, Compaction running) {
        String workflow = running.strategy().workflowId(storeId, running.conversation());
        return OpenCompaction.of(client, workflow).filter(running.id()::equals).isPresent();
    }
}
