package dev.pith.starter.config;

import dev.pith.activities.model.Timeouts;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a {@code [models.NAME]} table in {@code pith.toml}. The key is the constant in lower case. The
 * environment variable is {@code PITH_MODELS_<NAME>_} and the constant.
 */
public enum ModelKey {
    PROVIDER("openai", "openai, anthropic, extractive", "The wire format that the endpoint speaks"),
    BASE_URL(
            null,
            "http:// or https://",
            "Where it is: OPENAI_BASE_URL, else https://api.openai.com/v1; ANTHROPIC_BASE_URL, else "
                    + "https://api.anthropic.com"),
    MODEL(null, "required", "The model's name there"),
    API_KEY_ENV(
            null,
            "a variable's name",
            "The environment variable with the key: OPENAI_API_KEY or ANTHROPIC_API_KEY; empty for no key. At another "
                    + "base_url than the provider's own, the default variable is used only where it is set"),
    CONTEXT_WINDOW(
            null,
            "at least 1000",
            "Tokens that the model takes in, prompt and answer together; less where its server tells less"),
    MAX_OUTPUT(null, "at least 100", "The most tokens that one answer may have, reasoning included"),
    AUTO_THRESHOLD(
            null,
            "0.1 to 0.99",
            "The share of the setting `context_window` from which on contexts are compacted automatically with this"
                    + " model: the setting `auto_threshold`"),
    CONCURRENCY("4", "1 to 64", "Calls to the endpoint at the same time; fewer where its server tells fewer slots"),
    REQUESTS_PER_MINUTE(null, "at least 1", "Calls that may begin within a minute"),
    PRICE_INPUT(null, "0 or more", "What a million tokens of a prompt cost, in a currency of your choice"),
    PRICE_CACHED_INPUT(null, "0 or more", "What they cost where the endpoint had them in its cache: price_input"),
    PRICE_OUTPUT(null, "0 or more", "What a million generated tokens cost"),
    CONNECT_TIMEOUT(seconds(Timeouts.defaults().connect()), "1ms to 24h", "How long until the connection stands"),
    FIRST_BYTE_TIMEOUT(seconds(Timeouts.defaults().firstByte()), "1ms to 24h", "How long until the answer begins"),
    IDLE_TIMEOUT(seconds(Timeouts.defaults().idle()), "1ms to 24h", "How long between two pieces of a stream"),
    TOTAL_TIMEOUT(seconds(Timeouts.defaults().total()), "1ms to 24h", "How long the whole call"),
    TEMPERATURE(null, "0 to 2, anthropic 0 to 1", "Sent only where it is set"),
    REASONING_EFFORT(null, "the endpoint's word", "Sent only where it is set"),
    STREAMING("true", "true, false", "Whether answers come as a stream"),
    CA_FILE(
            null,
            "a PEM file",
            "Certificates that are trusted for it besides the system's: SSL_CERT_FILE. An absolute path, or one that"
                    + " begins with ~/");

    private final @Nullable String defaultValue;
    private final String range;
    private final String meaning;

    ModelKey(@Nullable String defaultValue, String range, String meaning) {
        this.defaultValue = defaultValue;
        this.range = range;
        this.meaning = meaning;
    }

    /** Returns the key in a table of {@code pith.toml}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the default; null if there is none or it depends on other keys. */
    public @Nullable String defaultValue() {
        return defaultValue;
    }

    /** Returns the range of values, for documentation. */
    public String range() {
        return range;
    }

    /** Returns one line for documentation. */
    public String meaning() {
        return meaning;
    }

    /** Returns the constant for a key in a table; empty if there is none. */
    static Optional<ModelKey> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** Returns all keys, for a message. */
    static String list() {
        return Arrays.stream(values()).map(ModelKey::key).collect(Collectors.joining(", "));
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }
}
