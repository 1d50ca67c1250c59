package dev.pith.activities.model.http.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The usage that an endpoint reports, in tokens; 0 means not reported, since no call has an empty prompt or answer.
 *
 * @param prompt all tokens sent, cached ones included
 * @param completion all tokens generated
 * @param cached the prompt tokens read from the cache
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

    /**
     * Adds cache reads and writes to the prompt, since Anthropic reports them separately from the rest of the input.
     */
    static ToldUsage anthropic(JsonNode usage) {
        long cached = tokens(usage, "cache_read_input_tokens");
        return new ToldUsage(
                tokens(usage, "input_tokens") + tokens(usage, "cache_creation_input_tokens") + cached,
                tokens(usage, "output_tokens"),
                cached);
    }

    /** Merges with the report of another event: both are running totals, and either may be partial. */
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
