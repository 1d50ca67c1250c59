package dev.pith.starter.engine;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.BackfillOutcome;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.store.Compaction;
import dev.pith.activities.store.Compactions;
import dev.pith.activities.store.Database;
import dev.pith.activities.temporal.CompactionMetrics;
import dev.pith.workflows.TaskQueues;
import dev.pith.workflows.WorkflowIds;
import dev.pith.workflows.compaction.Outcome;
import io.temporal.client.WorkflowClient;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reconciles running work in the store with Temporal: a compaction or backfill whose workflow is gone becomes {@code
 * INTERRUPTED}. Work of another Temporal is left unchanged, since this one does not know it.
 *
 * @param seesAll whether this Temporal has the work of all processes; an in-process server has only that of its own
 */
record Reconciliation(Database database, WorkflowClient client, BooleanSupplier seesAll) {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    /** Creates a reconciliation with a Temporal that all processes share. */
    Reconciliation(Database database, WorkflowClient client) {
        this(database, client, () -> true);
    }

    /** Runs the reconciliation; does nothing if other processes may run work that is not visible here. */
    void run() {
        if (seesAll.getAsBoolean()) {
            endWhatIsGone();
        }
    }

    private void endWhatIsGone() {
        Compactions compactions = database.table(Compactions.class);
        for (Compaction running : compactions.running(database.temporal())) {
            String workflow = running.strategy().workflowId(database.storeId(), running.conversation());
            if (OpenCompaction.of(client, workflow).filter(running.id()::equals).isEmpty()) {
                String reason = "its workflow " + OpenWorkflow.ending(client, workflow)
                        + ". Start it again: finished chunks are reused";
                if (compactions.end(running.id(), Outcome.INTERRUPTED, null, running.tokensBefore(), reason) == 1) {
                    CompactionMetrics.ended(running.strategy(), Outcome.INTERRUPTED);
                }
            }
        }
        Backfills backfills = database.table(Backfills.class);
        for (Backfill running : backfills.running(database.temporal())) {
            String workflow = WorkflowIds.backfill(TaskQueues.workflows(database.storeId()), running.name());
            if (!OpenWorkflow.is(client, workflow)) {
                LOG.warn(
                        "backfill {} is interrupted, since its workflow {}",
                        running.name(),
                        OpenWorkflow.ending(client, workflow));
                backfills.end(running.name(), running.run(), BackfillOutcome.INTERRUPTED);
            }
        }
    }
}
