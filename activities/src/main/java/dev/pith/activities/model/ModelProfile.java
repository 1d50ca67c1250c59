package dev.pith.activities.model;

import dev.pith.activities.hashing.Sha256;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A model endpoint as configured by the user. Contains the name of the variable that holds the key, never the key.
 *
 * @param name the user's name for it
 * @param baseUrl the URL without the last path segments: {@code https://api.openai.com/v1},
 *     {@code https://api.anthropic.com}
 * @param model the model's name at the provider
 * @param keyVariable the environment variable that holds the key; null if the endpoint needs none
 * @param contextWindow the window in tokens, prompt and answer together, at least 1000; null if not configured
 * @param maxOutput the maximum tokens of one answer, reasoning included, at least 100; null if not configured
 * @param concurrency the maximum number of concurrent calls, 1 to 64
 * @param requestsPerMinute the maximum number of calls that start within a minute, at least 1; null if unlimited
 * @param prices the prices; null if unknown
 * @param temperature the temperature; null for the endpoint's default
 * @param reasoningEffort the effort in the endpoint's terms; null for the endpoint's default
 * @param streaming whether answers are requested as a stream
 * @param caFile certificates in PEM form that are trusted in addition to the system's; null for those that the
 *     environment names
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

    /**
     * Returns the id of the endpoint in queues and in the store: 12 hexadecimal digits of a hash of provider, URL and
     * model.
     */
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
