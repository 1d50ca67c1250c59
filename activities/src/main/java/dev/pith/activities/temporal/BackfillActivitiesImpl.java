package dev.pith.activities.temporal;

import dev.pith.activities.backfill.Backfilling;
import dev.pith.activities.store.Database;
import dev.pith.workflows.backfill.BackfillActivities;
import dev.pith.workflows.backfill.BackfillRequest;
import dev.pith.workflows.backfill.Dispatch;
import dev.pith.workflows.backfill.InFlight;

/** Implements {@link dev.pith.workflows.backfill.BackfillActivities} over the store. */
public final class BackfillActivitiesImpl implements BackfillActivities {

    /** Finds ended compactions whose end the workflow was not notified of. */
    public interface Lookout {
        /**
         * Returns the items in flight; adds carried items to {@code closed} whose workflow Temporal no longer lists as
         * open. If nothing is in flight, wakes overdue flushes whose workflow is gone.
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
        backfilling.begin(request, run);
    }

    @Override
    public Dispatch turn(String name, String run, InFlight inFlight) {
        return backfilling.turn(name, run, lookout.look(name, inFlight));
    }

    @Override
    public void cancel(String name, String run) {
        backfilling.cancel(name, run);
    }
}
