package dev.pith.starter.engine;

import dev.pith.activities.calling.JournaledModel;
import dev.pith.activities.calling.StoredDialects;
import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.activities.store.Database;
import dev.pith.starter.config.ModelProfiles;
import java.util.List;

/** The models that this process can call: those whose key is set here, or that want none. */
final class CallableModels implements AutoCloseable {

    private final ModelClients clients;
    private final List<JournaledModel> models;

    CallableModels(ModelProfiles profiles, Database database) {
        this.clients = new ModelClients(Keys.environment(), new StoredDialects(database));
        this.models = profiles.tables().stream()
                .flatMap(table -> profiles.profile(table).stream())
                .filter(profile -> isCallable(profiles, profile))
                .map(profile -> new JournaledModel(database, profile, clients.of(profile)))
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
