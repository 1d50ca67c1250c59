package dev.pith.activities.model.http.wire;

import java.util.Locale;

/**
 * What a provider says of a failure.
 *
 * @param words its own, innermost first found
 * @param marks its codes and types, outermost first, in lower case
 * @param parameter that it blames; empty where it blames none
 * @param status that the body tells, a status of HTTP; 0 where it tells none
 * @param window the context window where a field tells it; 0 where none does
 */
public record ProviderError(String words, String marks, String parameter, int status, int window) {

    private static final int LOOKED_AT = 8_192;

    public ProviderError {
        marks = marks.toLowerCase(Locale.ROOT).strip();
    }

    static ProviderError ofText(String words) {
        return new ProviderError(words, "", "", 0, 0);
    }

    /** This one, with what was found inside of it: the inner words say more, the outer status is what was answered. */
    ProviderError around(ProviderError inner) {
        return new ProviderError(
                inner.words.isBlank() ? words : inner.words,
                marks + " " + inner.marks,
                parameter.isEmpty() ? inner.parameter : parameter,
                status == 0 ? inner.status : status,
                Math.max(window, inner.window));
    }

    /** What to look for signs in, in lower case; bounded, so that no wording makes looking slow. */
    public String all() {
        return marks + " "
                + words.substring(0, Math.min(words.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    }
}
