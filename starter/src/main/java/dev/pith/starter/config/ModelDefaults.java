package dev.pith.starter.config;

import dev.pith.starter.config.Settings.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fills in missing values of a model: fixed defaults, and those that depend on its provider. */
final class ModelDefaults {

    private static final String DEFAULT = "default";

    private final Map<String, String> environment;

    ModelDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Returns a table in which every key has a value or is known to have none. */
    ModelTable complete(String name, Map<ModelKey, Value> said) {
        Map<ModelKey, Value> values = new EnumMap<>(ModelKey.class);
        for (ModelKey key : ModelKey.values()) {
            values.put(key, new Value(key.defaultValue(), DEFAULT));
        }
        values.putAll(said);
        Endpoint endpoint = Endpoint.of(text(values, ModelKey.PROVIDER));
        if (endpoint != null) {
            fill(values, ModelKey.BASE_URL, url(endpoint));
            boolean isOwn = endpoint.isOwn(text(values, ModelKey.BASE_URL));
            fill(values, ModelKey.API_KEY_ENV, variable(endpoint, isOwn));
            fill(values, ModelKey.PRICE_CACHED_INPUT, new Value(text(values, ModelKey.PRICE_INPUT), DEFAULT));
        }
        return new ModelTable(name, values);
    }

    private static @Nullable String text(Map<ModelKey, Value> values, ModelKey key) {
        return Objects.requireNonNull(values.get(key)).value();
    }

    private static void fill(Map<ModelKey, Value> values, ModelKey key, Value value) {
        if (text(values, key) == null) {
            values.put(key, value);
        }
    }

    private Value url(Endpoint endpoint) {
        @Nullable String set = environment.get(endpoint.urlVariable);
        return set == null ? new Value(endpoint.url, DEFAULT) : new Value(set, "environment " + endpoint.urlVariable);
    }

    private Value variable(Endpoint endpoint, boolean isOwn) {
        boolean isUsed = isOwn || environment.containsKey(endpoint.keyVariable);
        return new Value(isUsed ? endpoint.keyVariable : null, DEFAULT);
    }

    /** The providers' own URLs, and the environment variables of their own software. */
    private enum Endpoint {
        OPENAI("https://api.openai.com/v1", "OPENAI_BASE_URL", "OPENAI_API_KEY"),
        ANTHROPIC("https://api.anthropic.com", "ANTHROPIC_BASE_URL", "ANTHROPIC_API_KEY");

        private final String url;
        private final String urlVariable;
        private final String keyVariable;

        Endpoint(String url, String urlVariable, String keyVariable) {
            this.url = url;
            this.urlVariable = urlVariable;
            this.keyVariable = keyVariable;
        }

        static @Nullable Endpoint of(@Nullable String provider) {
            for (Endpoint endpoint : values()) {
                if (endpoint.name().equalsIgnoreCase(provider)) {
                    return endpoint;
                }
            }
            return null;
        }

        boolean isOwn(@Nullable String baseUrl) {
            return baseUrl != null && (baseUrl.equals(url) || baseUrl.equals(url + "/"));
        }
    }
}
