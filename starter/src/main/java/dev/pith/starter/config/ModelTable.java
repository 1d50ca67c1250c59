package dev.pith.starter.config;

import dev.pith.activities.redaction.Redaction;
import dev.pith.starter.config.Settings.Value;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of one model, each value with where it came from; not yet checked. Immutable. */
public final class ModelTable {

    private final String name;
    private final Map<ModelKey, Value> values;

    ModelTable(String name, Map<ModelKey, Value> values) {
        this.name = name;
        this.values = new EnumMap<>(values);
    }

    /** What the user calls the model. */
    public String name() {
        return name;
    }

    /** A key's value and source. */
    public Value get(ModelKey key) {
        return Objects.requireNonNull(values.get(key));
    }

    /** A key's text, empty where nothing is said or nothing is meant. */
    Optional<String> text(ModelKey key) {
        return Optional.ofNullable(get(key).value()).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A value as it may be shown: a URL without user and password, never a key; null where there is none. */
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

    /** Whether it stands for the summarizer without a model. */
    public boolean isExtractive() {
        return text(ModelKey.PROVIDER).filter(ModelProfiles.EXTRACTIVE::equals).isPresent();
    }

    /** Profile, key, value, source and rule in one line. What may be a secret in the value is not shown. */
    ConfigurationException wrong(ModelKey key, String rule) {
        Value value = get(key);
        String shown = value.value() == null ? "is not set" : "is \"" + shown(key) + "\" (" + value.source() + ")";
        return new ConfigurationException("model " + name + ": " + key.key() + " " + shown + ", " + rule);
    }
}
