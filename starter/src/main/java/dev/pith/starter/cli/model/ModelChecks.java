package dev.pith.starter.cli.model;

import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.starter.config.ConfigurationException;
import dev.pith.starter.config.ModelProfiles;
import dev.pith.starter.config.ModelTable;
import dev.pith.starter.runtime.Check;
import dev.pith.starter.runtime.RuntimeProblem;
import dev.pith.starter.wording.Numbers;
import java.util.List;
import java.util.Optional;

/**
 * Checks that each model's key is set, its server is reachable, and the server's window is at least that of the
 * profile. Generates nothing, so it costs nothing.
 *
 * @param chosen the model that compactions use: the only one whose key must be set here
 */
public record ModelChecks(ModelProfiles profiles, String chosen) {

    private static final String NETWORK = "docs/models.md tells how proxies and certificates are set";

    /** Checks every profile. Blocks up to the profile's timeouts if a server does not answer. */
    public List<Check> all() {
        try (ModelClients clients = new ModelClients(Keys.environment(), Dialects.inMemory())) {
            return profiles.tables().stream()
                    .flatMap(table -> check(clients, table).stream())
                    .toList();
        }
    }

    private Optional<Check> check(ModelClients clients, ModelTable table) {
        String name = "Model " + table.name();
        try {
            return profiles.profile(table).map(profile -> check(clients, name, profile));
        } catch (ConfigurationException e) {
            return Optional.of(Check.failed(
                    name, new RuntimeProblem(String.valueOf(e.getMessage()), "Mend its table: see docs/models.md")));
        }
    }

    private Check check(ModelClients clients, String name, ModelProfile profile) {
        String variable = profile.keyVariable();
        if (variable != null && !profiles.isSet(variable)) {
            return profile.name().equals(chosen)
                    ? Check.failed(
                            name,
                            new RuntimeProblem(
                                    variable + " is not set",
                                    "Set it, or name another variable or none with api_key_env"))
                    : Check.well(name, variable + " is not set here: its work waits for a worker that has it");
        }
        Optional<ModelFailure> unreached = clients.reachProbe().ask(profile);
        return unreached.isPresent() ? unreached(name, profile, unreached.get()) : checkWindow(clients, name, profile);
    }

    /**
     * Returns the failed check of an unreachable server. Wrong settings fail for every model; a stopped server fails
     * only for the chosen model.
     */
    private Check unreached(String name, ModelProfile profile, ModelFailure failure) {
        if (failure.kind().fatal()) {
            return Check.failed(name, new RuntimeProblem(failure.words(), NETWORK));
        }
        return profile.name().equals(chosen)
                ? Check.failed(
                        name, new RuntimeProblem(failure.words(), "Start its server, or mend base_url. " + NETWORK))
                : Check.well(name, "does not answer now: " + failure.words());
    }

    private static Check checkWindow(ModelClients clients, String name, ModelProfile profile) {
        Optional<ToldWindow> told = clients.windowProbe().ask(profile);
        Integer reckoned = profile.contextWindow();
        if (told.isPresent() && reckoned != null && told.get().tokens() < reckoned) {
            return Check.failed(
                    name,
                    new RuntimeProblem(
                            "serves " + Numbers.count(told.get().tokens()) + " tokens ("
                                    + told.get().teller() + "), its profile reckons with " + Numbers.count(reckoned),
                            "Set context_window = " + told.get().tokens() + ", or let the server serve more"));
        }
        String window = told.map(known -> Numbers.count(known.tokens()) + " tokens (" + known.teller() + ")")
                .orElse(
                        reckoned == null
                                ? "not told: set context_window"
                                : "not told, reckoned with " + Numbers.count(reckoned));
        return Check.well(name, "window " + window + "; pith model test " + profile.name() + " makes a call");
    }
}
