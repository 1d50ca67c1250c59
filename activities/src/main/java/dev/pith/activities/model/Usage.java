package dev.pith.activities.model;

/**
 * The tokens of a call.
 *
 * @param promptTokens all tokens sent, cached ones included
 * @param completionTokens all tokens generated, reasoning included
 * @param cachedTokens the prompt tokens read from the endpoint's cache
 * @param estimated whether Pith counted the tokens, because the endpoint did not report them
 */
public record Usage(long promptTokens, long completionTokens, long cachedTokens, boolean estimated) {

    public Usage {
        if (promptTokens < 0 || completionTokens < 0 || cachedTokens < 0 || cachedTokens > promptTokens) {
            throw new IllegalArgumentException("usage is " + promptTokens + " tokens sent, " + cachedTokens
                    + " of them cached, " + completionTokens + " generated");
        }
    }
}
