package dev.pith.activities.temporal;

import dev.pith.activities.backfill.Backfilling;
import dev.pith.activities.store.Database;
import dev.pith.workflows.backfill.BackfillActivities;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.InFlight;

/** {@link dev.pith.workflows.backfill.BackfillActivities} over the store. */
public final class BackfillActivitiesImpl implements BackfillActivities {

    /** Looks after those that a workflow is not told of. */
    public interface Lookout {
        /**
         * The same, with those counted as closed whose workflow Temporal does not know as open any more. Where nothing is in
         * flight, flushes that are waited for and have nobody are woken.
         */
        InFlight look(String backfill, InFlight inFlight);
    }

    private final Backfilling backfilling;
    private final Lookout lookout;

    public BackfillActivitiesImpl(Database database, Lookout lookout) {
        this.backfilling = new Backfilling(database);
        this.lookout = lookout;
    }

    @Override
    public void begin(BackfillRequest request, String run) {
        done(() -> backfilling.begin(request, run));
    }

    @Override
    public Dispatch turn(String name, String run, InFlight inFlight) {
        return Failures.translated(
                () -> Heartbeats.during(() -> backfilling.turn(name, run, lookout.look(name, inFlight))));
    }

    @Override
    public void cancel(String name, String run) {
        done(() -> backfilling.cancel(name, run));
    }

    private static void done(Runnable work) {
        Failures.translated(() -> Heartbeats.during(() -> {
            work.run();
            return true;
        }));
    }
}
