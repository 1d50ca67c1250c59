package dev.pith.starter.engine;

import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.StoredDialects;
import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.activities.store.Database;
import dev.pith.starter.config.ModelProfiles;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The models that this process can call: those whose key is set here, or that want none. */
final class CallableModels implements AutoCloseable {

    private final ModelClients clients;
    private final List<JournaledModel> models;

    CallableModels(ModelProfiles profiles, Database database) {
        this.clients = new ModelClients(Keys.environment(), new StoredDialects(database));
        this.models = profiles.tables().stream()
                .flatMap(table -> profiles.profile(table).stream())
                .filter(profile -> isCallable(profiles, profile))
                .map(profile -> new JournaledModel(
                        database,
                        profile,
                        clients.of(profile),
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

    /** How many calls run now, each until what came of it is stored. */
    int running() {
        return models.stream().mapToInt(JournaledModel::running).sum();
    }

    /** How long a call may take, at most; empty where there is nobody to call. */
    Optional<Duration> longestCall() {
        return models.stream().map(model -> model.profile().timeouts().total()).max(Comparator.naturalOrder());
    }

    /** Begins no more calls; those that run go on. */
    void beginNoMore() {
        models.forEach(JournaledModel::beginNoMore);
    }

    /** Cuts the calls that run. */
    @Override
    public void close() {
        clients.close();
    }
}
