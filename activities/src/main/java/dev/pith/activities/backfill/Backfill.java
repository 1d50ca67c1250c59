package dev.pith.activities.backfill;

import dev.pith.activities.store.RequestJson;
import dev.pith.activities.store.RunState;
import dev.pith.workflows.backfill.BackfillSpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code backfill}: the newest run of a backfill.
 *
 * @param run the workflow run
 * @param request the request as JSON
 * @param paused the reason of a pause; null while it runs
 * @param files how many files its importer found; 0 where there is none
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

    /** The stored request. */
    public BackfillSpec spec() {
        return RequestJson.backfill(request, name);
    }

    /** Whether it has not ended yet, as far as the store knows. */
    public boolean running() {
        return state == RunState.RUNNING;
    }

    /** Whether its importer appends to it, as far as the store knows. */
    public boolean isImporting() {
        return importing == ImportState.RUNNING;
    }

    /** Whether its importer is gone before it had read all files. */
    public boolean lacksFiles() {
        return importing == ImportState.INCOMPLETE;
    }

    /** Whether files of it are still to be read: by its importer, or by another one where that is gone. */
    public boolean wantsFiles() {
        return running() && (isImporting() || lacksFiles());
    }

    /**
     * How it ended.
     *
     * @throws IllegalStateException while it runs
     */
    public BackfillOutcome ending() {
        if (outcome == null) {
            throw new IllegalStateException("backfill " + name + " has not ended");
        }
        return outcome;
    }
}
