package dev.pith.benchmarks;

import dev.pith.activities.gateway.JournaledModel;
import dev.pith.activities.gateway.StoredDialects;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.activities.summarizing.ExtractiveSummarizer;
import dev.pith.starter.engine.PithWorker;
import dev.pith.workflows.model.ModelUse;
import dev.pith.workflows.model.OnModelFailure;
import java.util.List;
import java.util.Optional;

/** A worker whose model is a fake one of so many slots, as many as its profile says. */
final class AskingWorker implements AutoCloseable {

    private static final int WINDOW = 128_000;
    private static final int PATIENCE = 900;

    private final ModelProfile profile;
    private final ModelClients clients;
    private final PithWorker worker;

    AskingWorker(Bench bench, String baseUrl, int slots) {
        profile = new ModelProfile(
                "fake",
                Provider.OPENAI,
                baseUrl,
                "fake-1",
                null,
                WINDOW,
                null,
                slots,
                null,
                null,
                Timeouts.defaults(),
                null,
                null,
                true,
                null);
        clients = new ModelClients(variable -> Optional.empty(), new StoredDialects(bench.database()));
        JournaledModel model = new JournaledModel(bench.database(), profile, clients.of(profile));
        worker = PithWorker.start(
                bench.engine().temporal().client(), bench.database(), new ExtractiveSummarizer(), List.of(model));
    }

    /** How it is asked for; a conversation that it could not be asked for stays as it was. */
    ModelUse use() {
        return new ModelUse(
                profile.name(),
                profile.endpoint(),
                WINDOW,
                16_000,
                300,
                PATIENCE,
                6,
                OnModelFailure.KEEP,
                20,
                false,
                null,
                null);
    }

    @Override
    public void close() {
        worker.close();
        clients.close();
    }
}
