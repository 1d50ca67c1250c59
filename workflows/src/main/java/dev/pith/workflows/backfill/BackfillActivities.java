package dev.pith.workflows.backfill;

import io.temporal.activity.ActivityInterface;

/** The store side of a backfill. Activity types are named Backfill and the method. */
@ActivityInterface(namePrefix = "Backfill")
public interface BackfillActivities {

    /**
     * Begins a run: what the one before it left is forgotten, or taken up again where only that is asked for. Asked again for
     * the same run it changes nothing.
     *
     * @param run names the run
     */
    void begin(BackfillRequest request, String run);

    /** Records ended items and dispatches the next ones into free slots. Repeated, it returns the same items. */
    Dispatch turn(String name, String run, InFlight inFlight);

    /** Cancels the backfill: dispatches nothing more, and stops items in flight. */
    void cancel(String name, String run);
}
