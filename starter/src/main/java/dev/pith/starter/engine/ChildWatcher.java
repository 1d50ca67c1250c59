package dev.pith.starter.engine;

import dev.pith.activities.backfill.Backfill;
import dev.pith.activities.backfill.BackfillEntry;
import dev.pith.activities.backfill.BackfillFlow;
import dev.pith.activities.backfill.BackfillItems;
import dev.pith.activities.backfill.Backfills;
import dev.pith.activities.store.Database;
import dev.pith.activities.temporal.BackfillActivitiesImpl.Lookout;
import dev.pith.workflows.SearchSupport;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.backfill.InFlight;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds children of a backfill whose end its workflow has not received: long-running compactions that an earlier run of
 * the workflow started, and the flushes that it waits for at its end, whose workflows may have been terminated.
 */
record ChildWatcher(WorkflowClient client, SearchSupport search, Database database) implements Lookout {

    /** By then most children have ended and the store has their outcome. */
    private static final Duration LONG = Duration.ofSeconds(10);

    /** Flushes checked per call; a backfill that waits for flushes calls this several times a second. */
    private static final int FLUSHES_A_LOOK = 3;

    @Override
    public InFlight look(String backfill, InFlight inFlight) {
        if (inFlight.known().isEmpty()) {
            FlushClient flushes = new FlushClient(client, search, database);
            database.table(BackfillItems.class)
                    .overdueFlushes(backfill, Instant.now().minus(LONG), FLUSHES_A_LOOK)
                    .forEach(flushes::wakeIfGone);
        }
        if (inFlight.carried().isEmpty()) {
            return inFlight;
        }
        Strategy strategy = database.table(Backfills.class)
                .find(backfill)
                .map(Backfill::spec)
                .map(spec -> spec.compaction().strategy())
                .orElse(Strategy.ROLLING);
        Instant old = Instant.now().minus(LONG);
        List<Long> closed = new ArrayList<>(inFlight.closed());
        for (BackfillEntry entry : database.table(BackfillFlow.class).running(backfill)) {
            boolean unheard = inFlight.carried().contains(entry.number())
                    && entry.started() != null
                    && entry.started().isBefore(old);
            if (unheard && !isOpen(strategy, entry)) {
                closed.add(entry.number());
            }
        }
        return new InFlight(inFlight.known(), closed, inFlight.taken(), inFlight.carried());
    }

    private boolean isOpen(Strategy strategy, BackfillEntry entry) {
        String workflow = strategy.workflowId(database.storeId(), String.valueOf(entry.conversation()));
        return OpenCompaction.of(client, workflow)
                .filter(entry.compactions().get(entry.compactions().size() - 1)::equals)
                .isPresent();
    }
}
