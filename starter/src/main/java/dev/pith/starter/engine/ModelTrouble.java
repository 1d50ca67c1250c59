package dev.pith.starter.engine;

import dev.pith.activities.gateway.ModelCalls;
import dev.pith.activities.gateway.ProviderState;
import dev.pith.activities.gateway.Providers;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.Progress;
import dev.pith.workflows.compaction.Stage;
import dev.pith.workflows.model.ModelUse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the store why a compaction's model makes no progress. The workflow learns of a failed call only when no
 * retry follows. Queries at most once a second. Not thread-safe.
 */
final class ModelTrouble {

    private static final Set<Stage> CALLING =
            EnumSet.of(Stage.STRATEGY, Stage.CHUNKS, Stage.WAITING_FOR_WORKER, Stage.MERGE);

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Database database;
    private final String compaction;
    private final ModelUse model;
    private Instant next = Instant.MIN;
    private @Nullable String words;

    ModelTrouble(Database database, String compaction, ModelUse model) {
        this.database = database;
        this.compaction = compaction;
        this.model = model;
    }

    /** Returns the progress with the current trouble added, if there is any. */
    Progress in(Progress progress) {
        if (!CALLING.contains(progress.stage())) {
            return progress;
        }
        if (Instant.now().isAfter(next)) {
            next = Instant.now().plus(PERIOD);
            words = words().orElse(null);
        }
        return words == null ? progress : progress.with(words);
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
