package dev.pith.starter.config;

import dev.pith.workflows.compaction.Sizes;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings in force, each with where it came from. Immutable. */
public final class Settings {

    /**
     * A value.
     *
     * @param value null where nothing is set and there is no default
     * @param source flag, environment, file or default, in words
     */
    public record Value(@Nullable String value, String source) {}

    private final Map<Setting, Value> values;

    Settings(Map<Setting, Value> values) {
        this.values = Map.copyOf(values);
    }

    /** A setting's value and source. */
    public Value get(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    /** A setting's text, empty where it is not set. */
    public Optional<String> text(Setting setting) {
        return Optional.ofNullable(get(setting).value()).filter(value -> !value.isBlank());
    }

    /** The home directory; {@code ~} stands for the user's. */
    public Path home() {
        String home = text(Setting.HOME).orElseThrow(() -> wrong(Setting.HOME, "must name a directory"));
        String expanded =
                home.equals("~") || home.startsWith("~/") ? System.getProperty("user.home") + home.substring(1) : home;
        try {
            return Path.of(expanded).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw wrong(Setting.HOME, "must name a directory");
        }
    }

    /** The sizes that planning works with. */
    public Sizes sizes() {
        try {
            return new Sizes(
                    number(Setting.CONTEXT_WINDOW),
                    number(Setting.TAIL_TURNS),
                    number(Setting.TAIL_MIN_TOKENS),
                    number(Setting.TAIL_MAX_TOKENS),
                    number(Setting.SUMMARY_MAX_TOKENS),
                    number(Setting.SINGLE_PASS_MAX_TOKENS),
                    number(Setting.CHUNK_MAX_TOKENS));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage() + ": see pith config");
        }
    }

    /** A whole number. */
    public int number(Setting setting) {
        try {
            return Integer.parseInt(text(setting).orElse("").replace("_", ""));
        } catch (NumberFormatException e) {
            throw wrong(setting, "must be a whole number");
        }
    }

    private ConfigurationException wrong(Setting setting, String rule) {
        Value value = get(setting);
        return new ConfigurationException(
                setting.key() + " " + rule + " but is \"" + value.value() + "\" (" + value.source() + ")");
    }
}
