package dev.pith.activities.model;

/**
 * The tokens of a call.
 *
 * @param promptTokens all that was sent, cached tokens included
 * @param completionTokens all that was generated, reasoning included
 * @param cachedTokens how many of the prompt's came from the endpoint's cache
 * @param estimated the endpoint did not say, so Pith counted
 */
public record Usage(long promptTokens, long completionTokens, long cachedTokens, boolean estimated) {

    public Usage {
        if (promptTokens < 0 || completionTokens < 0 || cachedTokens < 0 || cachedTokens > promptTokens) {
            throw new IllegalArgumentException("usage is " + promptTokens + " tokens sent, " + cachedTokens
                    + " of them cached, " + completionTokens + " generated");
        }
    }
}
