package dev.pith.activities.backfill;

import dev.pith.activities.store.RequestJson;
import dev.pith.activities.store.RunState;
import dev.pith.workflows.backfill.BackfillSpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code backfill}: the newest run of a backfill.
 *
 * @param run the id of the first workflow execution of the run
 * @param request the request as JSON
 * @param outcome the outcome; null while it runs
 * @param maxInFlight the most conversations in flight
 * @param paused the reason of a pause; null if it is not paused
 * @param canceling whether it was canceled and items may still be in flight
 * @param importerSeen the last time at which its importer reported progress
 * @param files the number of files that its importer found; 0 without an importer
 * @param filesRead the number of files read so far
 */
public record Backfill(
        String name,
        String run,
        String request,
        RunState state,
        @Nullable BackfillOutcome outcome,
        int maxInFlight,
        @Nullable String paused,
        boolean canceling,
        ImportState importing,
        @Nullable Instant importerSeen,
        long files,
        long filesRead,
        Instant started,
        @Nullable Instant ended) {

    /** Returns the stored request. */
    public BackfillSpec spec() {
        return RequestJson.backfill(request, name);
    }

    /** Returns whether it runs, by the store. Its workflow may have terminated since. */
    public boolean running() {
        return state == RunState.RUNNING;
    }

    /** Returns whether its importer runs, by the store. */
    public boolean isImporting() {
        return importing == ImportState.RUNNING;
    }

    /** Returns whether its importer stopped before it had read all files. */
    public boolean lacksFiles() {
        return importing == ImportState.INCOMPLETE;
    }

    /** Returns whether it still needs files, from its importer or from a new one. */
    public boolean wantsFiles() {
        return running() && (isImporting() || lacksFiles());
    }

    /**
     * Returns the outcome.
     *
     * @throws IllegalStateException if it has not ended
     */
    public BackfillOutcome ending() {
        if (outcome == null) {
            throw new IllegalStateException("backfill " + name + " has not ended");
        }
        return outcome;
    }
}
