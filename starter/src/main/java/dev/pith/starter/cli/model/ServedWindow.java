package dev.pith.starter.cli.model;

import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.starter.cli.command.Numbers;
import dev.pith.starter.cli.command.Terminal;
import java.util.Optional;

/** The context window of a model: as its profile says, as its server tells, else what its kind commonly has. */
record ServedWindow(ModelProfile profile, Terminal terminal) {

    /** Every model that these two still sell takes in as much. */
    private static final int OPENAI = 128_000;

    private static final int ANTHROPIC = 200_000;

    /** What local servers commonly serve where nobody chose; too small costs calls, too large an overflow. */
    private static final int UNKNOWN = 8_192;

    /** In tokens. */
    int tokens() {
        if (profile.contextWindow() != null) {
            return profile.contextWindow();
        }
        Optional<ToldWindow> told;
        try (ModelClients clients = new ModelClients(Keys.environment(), Dialects.inMemory())) {
            told = clients.windowProbe().ask(profile);
        }
        if (told.isPresent()) {
            return Math.max(1_000, told.get().tokens());
        }
        int assumed = assumed(profile);
        if (assumed == UNKNOWN) {
            terminal.say("The server of model profile " + profile.name()
                    + " does not tell its context window; reckoning with " + Numbers.count(UNKNOWN)
                    + " tokens. Set context_window in its profile if it serves more");
        }
        return assumed;
    }

    /** What its kind commonly has, in tokens. */
    static int assumed(ModelProfile profile) {
        if (profile.provider() == Provider.ANTHROPIC) {
            return ANTHROPIC;
        }
        return profile.baseUrl().contains("//api.openai.com") ? OPENAI : UNKNOWN;
    }
}
