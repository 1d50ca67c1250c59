package dev.pith.starter.engine;

import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.StoredDialects;
import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.activities.store.Database;
import dev.pith.starter.config.ModelProfiles;
import dev.pith.starter.tracing.Tracing;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models that this process can call: those whose API key is set here, or that need none. */
final class CallableModels implements AutoCloseable {

    private final ModelClients clients;
    private final List<JournaledModel> models;

    /**
     * Creates the clients of the profiles.
     *
     * @param tracing gives calls their spans; null without traces
     */
    CallableModels(ModelProfiles profiles, Database database, @Nullable Tracing tracing) {
        this.clients = new ModelClients(Keys.environment(), new StoredDialects(database));
        this.models = profiles.tables().stream()
                .flatMap(table -> profiles.profile(table).stream())
                .filter(profile -> isCallable(profiles, profile))
                .map(profile -> new JournaledModel(
                        database,
                        profile,
                        tracing == null ? clients.of(profile) : tracing.calls(profile, clients.of(profile)),
                        () -> clients.windowProbe().ask(profile)))
                .toList();
    }

    static boolean isCallable(ModelProfiles profiles, ModelProfile profile) {
        return profile.keyVariable() == null || profiles.isSet(profile.keyVariable());
    }

    List<JournaledModel> all() {
        return models;
    }

    ModelClients clients() {
        return clients;
    }

    /** Returns the number of calls in flight. A call counts until its result is stored. */
    int running() {
        return models.stream().mapToInt(JournaledModel::running).sum();
    }

    /** Returns the longest total timeout of any model; empty if there is no model. */
    Optional<Duration> longestCall() {
        return models.stream().map(model -> model.profile().timeouts().total()).max(Comparator.naturalOrder());
    }

    /** Stops accepting new calls; running calls continue. */
    void beginNoMore() {
        models.forEach(JournaledModel::beginNoMore);
    }

    /** Aborts the running calls. */
    @Override
    public void close() {
        clients.close();
    }
}
