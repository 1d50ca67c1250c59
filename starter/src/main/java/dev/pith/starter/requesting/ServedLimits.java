package dev.pith.starter.requesting;

import dev.pith.activities.model.Dialects;
import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.model.http.ModelClients;
import dev.pith.starter.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The usable limits of a model: the profile's values, at most what its server reports. If neither gives a window, the
 * default of its kind applies.
 *
 * @param window tokens of prompt and answer together, at least 1,000
 * @param calls number of concurrent calls, at least 1
 */
public record ServedLimits(ModelProfile profile, int window, int calls) {

    /** All current models of OpenAI and Anthropic have at least these windows. */
    private static final int OPENAI = 128_000;

    private static final int ANTHROPIC = 200_000;

    /** A common default of local servers. A value too small costs extra calls, one too large an overflow. */
    private static final int UNKNOWN = 8_192;

    private static final int SMALLEST = 1_000;

    /**
     * Queries the server, for a few seconds at most.
     *
     * @param note takes a line if the server serves less than the profile states, or does not tell its window
     */
    public static ServedLimits ask(ModelProfile profile, Consumer<String> note) {
        Optional<ToldWindow> told;
        try (ModelClients clients = new ModelClients(Keys.environment(), Dialects.inMemory())) {
            told = clients.windowProbe().ask(profile);
        }
        ServedLimits limits = of(profile, told);
        told.map(limits::less).filter(less -> !less.isEmpty()).ifPresent(note);
        if (told.isEmpty() && profile.contextWindow() == null && limits.window == UNKNOWN) {
            note.accept("The server of model profile " + profile.name()
                    + " does not tell its context window; reckoning with " + Numbers.count(UNKNOWN)
                    + " tokens. Set context_window in its profile if it serves more");
        }
        return limits;
    }

    /** Returns the smaller of the profile's and the server's values. */
    public static ServedLimits of(ModelProfile profile, Optional<ToldWindow> told) {
        Integer said = profile.contextWindow();
        int window = told.map(ToldWindow::tokens)
                .map(tokens -> said == null ? tokens : Integer.valueOf(Math.min(tokens, said)))
                .orElse(said == null ? assumed(profile) : said);
        int calls = told.map(ToldWindow::slots)
                .map(slots -> Math.min(slots, profile.concurrency()))
                .orElse(profile.concurrency());
        return new ServedLimits(profile, Math.max(SMALLEST, window), calls);
    }

    /** Returns one line on what the server serves less than the profile states; empty if nothing. */
    private String less(ToldWindow told) {
        List<String> less = new ArrayList<>();
        if (profile.contextWindow() != null && told.tokens() < profile.contextWindow()) {
            less.add("a window of " + Numbers.of(told.tokens(), "token") + ", not the "
                    + Numbers.count(profile.contextWindow()) + " of its context_window");
        }
        if (told.slots() != null && told.slots() < profile.concurrency()) {
            less.add(Numbers.of(told.slots(), "call") + " at a time, not the " + Numbers.count(profile.concurrency())
                    + " of its concurrency");
        }
        return less.isEmpty()
                ? ""
                : "The server of model profile " + profile.name() + " serves " + String.join(", and ", less)
                        + ": the smaller counts (" + told.teller() + ")";
    }

    /** Returns the default window of the model's kind, in tokens. */
    public static int assumed(ModelProfile profile) {
        if (profile.provider() == Provider.ANTHROPIC) {
            return ANTHROPIC;
        }
        return profile.baseUrl().contains("//api.openai.com") ? OPENAI : UNKNOWN;
    }
}
