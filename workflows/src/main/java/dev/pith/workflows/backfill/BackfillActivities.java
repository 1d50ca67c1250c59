package dev.pith.workflows.backfill;

import io.temporal.activity.ActivityInterface;

/** The activities of a backfill on the store. Activity types are named Backfill and the method. */
@ActivityInterface(namePrefix = "Backfill")
public interface BackfillActivities {

    /**
     * Begins a run in place of the earlier one. Clears its items, or resumes those that need another try if the request
     * takes only these. Repeated for the same run, it changes nothing.
     *
     * @param run the id of the run
     */
    void begin(BackfillRequest request, String run);

    /**
     * Records ended items and dispatches the next ones to free slots. Items whose dispatch the workflow did not receive
     * are returned again.
     */
    Dispatch turn(String name, String run, InFlight inFlight);

    /** Cancels the backfill: starts no more items and stops running ones. */
    void cancel(String name, String run);
}
