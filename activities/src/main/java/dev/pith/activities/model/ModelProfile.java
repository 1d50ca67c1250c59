package dev.pith.activities.model;

import dev.pith.activities.hashing.Sha256;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model endpoint as its user describes it. It holds the name of the variable with the key, never the key.
 *
 * @param name what the user calls it
 * @param baseUrl without the last path segments: {@code https://api.openai.com/v1}, {@code https://api.anthropic.com}
 * @param model the model's name there
 * @param keyVariable the environment variable that holds the key; null where the endpoint wants none
 * @param contextWindow tokens that it takes in, prompt and answer together; null where it was not said
 * @param maxOutput the most tokens that one answer may have, reasoning included; null where it was not said
 * @param concurrency how many calls it serves at the same time, 1 to 64
 * @param requestsPerMinute how many calls may begin within a minute; null where any number may
 * @param prices null where they are not known
 * @param temperature null leaves it to the endpoint
 * @param reasoningEffort as the endpoint names it; null leaves it to the endpoint
 * @param streaming whether answers come as a stream
 * @param caFile certificates in PEM form that are trusted for it besides the system's; null for what the environment names
 */
public record ModelProfile(
        String name,
        Provider provider,
        String baseUrl,
        String model,
        @Nullable String keyVariable,
        @Nullable Integer contextWindow,
        @Nullable Integer maxOutput,
        int concurrency,
        @Nullable Integer requestsPerMinute,
        @Nullable Prices prices,
        Timeouts timeouts,
        @Nullable Double temperature,
        @Nullable String reasoningEffort,
        boolean streaming,
        @Nullable Path caFile) {

    private static final int HASH_DIGITS = 12;

    public ModelProfile {
        if (name.isBlank() || baseUrl.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("model profile \"" + name + "\" needs a name, a base URL and a model");
        }
        if (concurrency < 1 || concurrency > 64) {
            throw new IllegalArgumentException(
                    "concurrency of model profile " + name + " is " + concurrency + ", must be 1 to 64");
        }
        atLeast(1_000, contextWindow, "context window", name);
        atLeast(100, maxOutput, "output limit", name);
        atLeast(1, requestsPerMinute, "requests per minute", name);
    }

    /** What names the endpoint in queues and in the store: a hash of provider, URL and model. */
    public String endpoint() {
        return Sha256.hex(provider.name(), baseUrl, model).substring(0, HASH_DIGITS);
    }

    private static void atLeast(int least, @Nullable Integer value, String what, String name) {
        if (value != null && value < least) {
            throw new IllegalArgumentException(
                    what + " of model profile " + name + " is " + value + ", must be at least " + least);
        }
    }
}
