package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an endpoint says that a call took, in tokens; 0 where it does not say. No prompt and no answer takes none.
 *
 * @param prompt all that was sent, cached tokens included
 */
record ToldUsage(long prompt, long completion, long cached) {

    static final ToldUsage NOTHING = new ToldUsage(0, 0, 0);

    static ToldUsage openAi(JsonNode usage) {
        long cached = tokens(usage.path("prompt_tokens_details"), "cached_tokens");
        return new ToldUsage(
                tokens(usage, "prompt_tokens"),
                tokens(usage, "completion_tokens"),
                cached > 0 ? cached : tokens(usage, "prompt_cache_hit_tokens"));
    }

    /** Anthropic counts what the cache gave and what it took beside the rest of the input. */
    static ToldUsage anthropic(JsonNode usage) {
        long cached = tokens(usage, "cache_read_input_tokens");
        return new ToldUsage(
                tokens(usage, "input_tokens") + tokens(usage, "cache_creation_input_tokens") + cached,
                tokens(usage, "output_tokens"),
                cached);
    }

    /** This one and what another event of the stream tells: both are sums so far, and some tell only a part. */
    ToldUsage and(ToldUsage other) {
        return new ToldUsage(
                Math.max(prompt, other.prompt),
                Math.max(completion, other.completion),
                other.prompt > prompt ? other.cached : cached);
    }

    private static long tokens(JsonNode usage, String field) {
        return Math.max(0, usage.path(field).asLong(0));
    }
}
