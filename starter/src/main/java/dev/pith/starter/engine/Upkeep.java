package dev.pith.starter.engine;

import dev.pith.activities.appending.AppendKeys;
import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.gateway.Replies;
import dev.pith.activities.memory.Flushes;
import dev.pith.activities.store.Batches;
import dev.pith.activities.store.Database;
import dev.pith.activities.store.Summaries;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Periodic maintenance of a store while a worker runs: deletes expired rows, marks work whose workflow is gone, and
 * wakes waiting flushes that have no workflow. The first round starts with the worker, which has just reconciled.
 */
final class Upkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final Database database;
    private final FlushClient flushes;
    private final Reconciliation reconciliation;
    private final Duration period;
    private final Thread thread = new Thread(this::rounds, "pith-upkeep");

    private Upkeep(Database database, FlushClient flushes, Reconciliation reconciliation, Duration period) {
        this.database = database;
        this.flushes = flushes;
        this.reconciliation = reconciliation;
        this.period = period;
    }

    static Upkeep begin(Database database, FlushClient flushes, Reconciliation reconciliation) {
        return begin(database, flushes, reconciliation, PERIOD);
    }

    /** Starts with this delay between the end of a round and the next one. */
    static Upkeep begin(Database database, FlushClient flushes, Reconciliation reconciliation, Duration period) {
        Upkeep upkeep = new Upkeep(database, flushes, reconciliation, period);
        upkeep.thread.setDaemon(true);
        upkeep.thread.start();
        return upkeep;
    }

    private void rounds() {
        try {
            tidy();
            while (true) {
                Thread.sleep(period.toMillis());
                each("workflows that are gone", reconciliation::run);
                tidy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tidy() {
        each("expired replies", () -> Batches.all(database.table(Replies.class)::purge));
        each("flushes done long ago", () -> Batches.all(database.table(Flushes.class)::purge));
        each("idempotency keys", () -> Batches.all(rows -> AppendKeys.purge(database, rows)));
        each("staged summaries", () -> Batches.all(database.table(Summaries.class)::purgeStaged));
        each("calls of compactions that are over", database.table(ModelCalls.class)::loseOrphans);
        each("flushes that wait", flushes::wakeWaiting);
    }

    /** Runs one step. A failed step is retried in the next round, since the rows show what is left to do. */
    private static void each(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.debug("upkeep of {} failed", what, e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
