package dev.pith.starter.config;

import dev.pith.activities.redaction.Redaction;
import dev.pith.starter.config.Settings.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of one model, each with its source; not yet validated. Immutable. */
public final class ModelTable {

    private final String name;
    private final Map<ModelKey, Value> values;

    ModelTable(String name, Map<ModelKey, Value> values) {
        this.name = name;
        this.values = new EnumMap<>(values);
    }

    /** Returns the name of the model. */
    public String name() {
        return name;
    }

    /** Returns a key's value and source. */
    public Value get(ModelKey key) {
        return Objects.requireNonNull(values.get(key));
    }

    /** Returns a key's text; empty if it is not set or blank. */
    Optional<String> text(ModelKey key) {
        return Optional.ofNullable(get(key).value()).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Returns a value for display: a URL without user and password, never a key; null if there is none. */
    public @Nullable String shown(ModelKey key) {
        String value = get(key).value();
        if (value == null || value.isBlank()) {
            return value;
        }
        return switch (key) {
            case BASE_URL -> BaseUrlSetting.shown(value);
            case API_KEY_ENV -> ModelReading.isVariable(value.strip()) ? value.strip() : "(not shown, it may be a key)";
            default -> Redaction.of(value).text();
        };
    }

    /** Returns whether it describes the summarizer without a model. */
    public boolean isExtractive() {
        return text(ModelKey.PROVIDER).filter(ModelProfiles.EXTRACTIVE::equals).isPresent();
    }

    /**
     * Returns an exception with profile, key, value, source and rule in one line. Values that may be secrets are not
     * shown.
     */
    ConfigurationException wrong(ModelKey key, String rule) {
        Value value = get(key);
        String shown = value.value() == null ? "is not set" : "is \"" + shown(key) + "\" (" + value.source() + ")";
        return new ConfigurationException("model " + name + ": " + key.key() + " " + shown + ", " + rule);
    }
}
