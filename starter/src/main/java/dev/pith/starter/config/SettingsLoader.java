package dev.pith.starter.config;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.pith.starter.config.Settings.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads settings from flags, the environment and {@code pith.toml}. */
public final class SettingsLoader {

    private static final String CONFIG_VARIABLE = "PITH_CONFIG";

    private final Map<Setting, String> flags;
    private final Map<String, String> environment;

    public SettingsLoader(Map<Setting, String> flags, Map<String, String> environment) {
        this.flags = Map.copyOf(flags);
        // An empty variable counts as unset, as is usual in a shell.
        this.environment = environment.entrySet().stream()
                .filter(variable -> !variable.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Loads all settings. The file is the one in {@code PITH_CONFIG}, else {@code pith.toml} in the home. */
    public Settings load() {
        Map<Setting, Value> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            values.put(setting, new Value(setting.defaultValue(), "default"));
        }
        outer(values);
        ModelTables models = new ModelTables();
        Path file = file(new Settings(values, new ModelProfiles(Map.of(), environment), userHome()));
        if (Files.exists(file)) {
            read(file, values, models);
            outer(values);
        } else if (environment.containsKey(CONFIG_VARIABLE)) {
            throw new ConfigurationException(CONFIG_VARIABLE + " names " + file + ", which does not exist");
        }
        models.addEnvironment(environment);
        return new Settings(values, new ModelProfiles(models.said(), environment), userHome());
    }

    /** Returns the settings file; it need not exist. */
    public Path file(Settings settings) {
        String named = environment.get(CONFIG_VARIABLE);
        return named == null
                ? settings.home().resolve("pith.toml")
                : Path.of(named).toAbsolutePath();
    }

    private Path userHome() {
        return UserHome.of(environment);
    }

    private void outer(Map<Setting, Value> values) {
        for (Setting setting : Setting.values()) {
            if (environment.containsKey(setting.variable())) {
                values.put(
                        setting, new Value(environment.get(setting.variable()), "environment " + setting.variable()));
            }
            if (flags.containsKey(setting)) {
                values.put(
                        setting,
                        new Value(flags.get(setting), "flag --" + setting.key().replace('_', '-')));
            }
        }
    }

    private static void read(Path file, Map<Setting, Value> values, ModelTables models) {
        JsonNode root;
        try {
            root = new TomlMapper().readTree(file.toFile());
        } catch (JacksonException e) {
            throw new ConfigurationException(
                    file + " is not TOML: line " + e.getLocation().getLineNr() + ", " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ConfigurationException(file + " cannot be read: " + e.getMessage());
        }
        for (Iterator<Map.Entry<String, JsonNode>> fields = root.properties().iterator(); fields.hasNext(); ) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (field.getKey().equals("models")) {
                models.addFile(file, field.getValue());
            } else {
                Setting setting = setting(file, field.getKey());
                values.put(setting, new Value(text(file, setting, field.getValue()), file.toString()));
            }
        }
    }

    private static String text(Path file, Setting setting, JsonNode value) {
        if (setting.isList() && value.isArray()) {
            List<String> globs = new ArrayList<>();
            value.forEach(glob -> globs.add(glob(file, setting, glob)));
            return String.join(", ", globs);
        }
        if (value.isContainerNode()) {
            throw new ConfigurationException(file + " sets " + setting.key() + ", which must be "
                    + (setting.isList() ? "a list of globs: [\"*scratch*\"]" : "a single value"));
        }
        return TomlText.of(value);
    }

    private static String glob(Path file, Setting setting, JsonNode value) {
        if (!value.isTextual() || value.asText().isBlank() || value.asText().contains(",")) {
            throw new ConfigurationException(file + " sets " + setting.key() + " with " + value
                    + ", and a glob is a text without commas: put ? for a comma");
        }
        return value.asText();
    }

    private static Setting setting(Path file, String key) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.key().equals(key) && !setting.secret() && setting != Setting.HOME)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(file + " sets " + key + ", which is not a setting here: "
                        + Arrays.stream(Setting.values())
                                .filter(setting -> !setting.secret() && setting != Setting.HOME)
                                .map(Setting::key)
                                .collect(Collectors.joining(", "))));
    }
}
