package dev.pith.activities.model.http.wire;

import java.util.Locale;

/**
 * An error as a provider describes it.
 *
 * @param words the provider's own words, those of the innermost error that has some
 * @param marks error codes and types, outermost first, in lower case
 * @param parameter the blamed parameter; empty if there is none
 * @param status the HTTP status in the body; 0 if there is none
 * @param window the context window in tokens in a field; 0 if there is none
 */
public record ProviderError(String words, String marks, String parameter, int status, int window) {

    private static final int LOOKED_AT = 8_192;

    public ProviderError {
        marks = marks.toLowerCase(Locale.ROOT).strip();
    }

    static ProviderError ofText(String words) {
        return new ProviderError(words, "", "", 0, 0);
    }

    /**
     * Returns this error completed by a nested one: the inner words are more specific, the outer status and parameter
     * take precedence.
     */
    ProviderError around(ProviderError inner) {
        return new ProviderError(
                inner.words.isBlank() ? words : inner.words,
                marks + " " + inner.marks,
                parameter.isEmpty() ? inner.parameter : parameter,
                status == 0 ? inner.status : status,
                Math.max(window, inner.window));
    }

    /**
     * Returns codes and words in lower case for pattern matching; words are limited to 8192 characters, which bounds
     * the time.
     */
    public String all() {
        return marks + " "
                + words.substring(0, Math.min(words.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    }
}
