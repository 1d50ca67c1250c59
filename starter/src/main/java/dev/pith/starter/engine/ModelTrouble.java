package dev.pith.starter.engine;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.ModelCalls;
import dev.pith.activities.store.ProviderState;
import dev.pith.activities.store.Providers;
import dev.pith.workflows.compaction.ModelUse;
import dev.pith.workflows.compaction.Progress;
import dev.pith.workflows.compaction.Stage;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a compaction's model from writing, as the store and Temporal know it: the workflow learns of a failed call only
 * when no further one follows. Asks at most once a second. Not thread-safe.
 */
final class ModelTrouble {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final WorkflowClient client;
    private final Database database;
    private final String compaction;
    private final ModelUse model;
    private Instant next;
    private @Nullable String words;
    private boolean unpolled;

    ModelTrouble(WorkflowClient client, Database database, String compaction, ModelUse model, Instant first) {
        this.next = first;
        this.client = client;
        this.database = database;
        this.compaction = compaction;
        this.model = model;
    }

    /** The progress with the trouble in it. */
    Progress in(Progress progress) {
        if (progress.stage() != Stage.CHUNKS && progress.stage() != Stage.STRATEGY && progress.stage() != Stage.MERGE) {
            return progress;
        }
        if (Instant.now().isAfter(next)) {
            next = Instant.now().plus(PERIOD);
            unpolled = !Pollers.any(client, database.storeId(), model.endpoint());
            words = words().orElse(null);
        }
        Stage stage = unpolled ? Stage.WAITING_FOR_WORKER : progress.stage();
        return progress.with(stage, words == null ? progress.lastError() : words);
    }

    private Optional<String> words() {
        Optional<ProviderState> state = database.table(Providers.class).find(model.endpoint());
        Instant until = state.map(ProviderState::cooldownUntil).orElse(Instant.MIN);
        Optional<String> setback = database.table(ModelCalls.class).setback(compaction);
        long seconds = until.equals(Instant.MIN)
                ? 0
                : Duration.between(Instant.now(), until).toSeconds();
        String told = setback.orElse(state.map(ProviderState::error).orElse(null));
        return seconds > 0 && told != null
                ? Optional.of("waiting " + seconds + " s for " + model.profile() + ": " + told)
                : setback;
    }
}
