package dev.pith.starter.web.route;

import dev.pith.activities.store.Compactions;
import dev.pith.starter.web.view.CompactionView;
import java.util.Optional;

/** A compaction that was just started: its workflow writes its row with its first step. */
record Started(Backend backend, String id) {

    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS = 20;

    /** Returns the compaction; waits up to a second for its row. */
    CompactionView view() {
        Optional<?> row = backend.database().table(Compactions.class).find(id);
        for (int tries = 0; row.isEmpty() && tries < TRIES; tries++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            row = backend.database().table(Compactions.class).find(id);
        }
        return new CompactionReading(backend).of(id);
    }
}
