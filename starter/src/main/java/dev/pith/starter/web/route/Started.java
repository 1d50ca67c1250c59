package dev.pith.starter.web.route;

import dev.pith.activities.store.Compactions;
import dev.pith.starter.web.view.CompactionView;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Stage;
import java.time.Instant;
import java.util.Map;

/** A compaction that was just started: its workflow writes its row with its first step. */
record Started(Backend backend, CompactionRequest request) {

    private static final int TRIES = 25;
    private static final long PAUSE_MILLIS = 20;

    /** Returns the compaction; where its row takes longer than half a second, what is known of the request. */
    CompactionView view() {
        for (int tries = 0; tries < TRIES; tries++) {
            if (backend.database().table(Compactions.class).find(request.id()).isPresent()) {
                return new CompactionReading(backend).of(request.id());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return begun();
    }

    private CompactionView begun() {
        CompactionSpec spec = request.spec();
        return new CompactionView(
                request.id(),
                request.conversation(),
                request.conversation(),
                spec.strategy(),
                "running",
                null,
                null,
                spec.preview(),
                false,
                false,
                spec.model() == null ? null : spec.model().profile(),
                spec.focus(),
                0,
                null,
                0,
                null,
                null,
                null,
                Instant.now(),
                null,
                0,
                Stage.LOAD,
                0,
                0,
                Map.of(),
                null,
                "it waits for a worker to take its first step",
                null);
    }
}
