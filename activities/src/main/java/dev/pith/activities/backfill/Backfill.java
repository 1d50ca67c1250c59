package dev.pith.activities.backfill;

import dev.pith.activities.store.RequestJson;
import dev.pith.workflows.backfill.BackfillSpec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code backfill}: the newest run of a backfill.
 *
 * @param run the workflow run
 * @param request the request as JSON
 * @param state running or ended
 * @param outcome COMPLETED, CANCELED, OVER_BUDGET, or INTERRUPTED where its workflow is gone
 * @param paused the reason of a pause; null while it runs
 * @param importing none, running, done, or incomplete where the importer is gone
 * @param files how many files its importer found; 0 where there is none
 */
public record Backfill(
        String name,
        String run,
        String request,
        String state,
        @Nullable String outcome,
        int maxInFlight,
        @Nullable String paused,
        boolean canceling,
        String importing,
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
        return state.equals("running");
    }

    /** Whether its importer appends to it, as far as the store knows. */
    public boolean isImporting() {
        return importing.equals("running");
    }

    /** Whether its importer is gone before it had read all files. */
    public boolean lacksFiles() {
        return importing.equals("incomplete");
    }

    /** Whether files of it are still to be read: by its importer, or by another one where that is gone. */
    public boolean wantsFiles() {
        return running() && (isImporting() || lacksFiles());
    }
}
