package dev.pith.workflows.backfill;

import io.temporal.activity.ActivityInterface;

/** The rows of backfills, as a workflow works through them. Temporal shows each as Backfill and its name. */
@ActivityInterface(namePrefix = "Backfill")
public interface BackfillActivities {

    /**
     * Begins a run: what the one before it left is forgotten, or taken up again where only that is asked for. Asked again for
     * the same run it changes nothing.
     *
     * @param run names the run
     */
    void begin(BackfillRequest request, String run);

    /** Records what ended, and hands out what is next, as far as there is room. Asked again it hands out the same. */
    Dispatch turn(String name, String run, InFlight inFlight);

    /** Nobody wants the rest: nothing more is handed out, and what is in flight is to be stopped. */
    void cancel(String name, String run);
}
