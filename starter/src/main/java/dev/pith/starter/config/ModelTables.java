package dev.pith.starter.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pith.starter.config.Settings.Value;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Collects the models of {@code pith.toml} and the environment. Environment variables take precedence over the file.
 */
final class ModelTables {

    static final String VARIABLE = "PITH_MODELS_";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    /** Common names of a key. A key is rejected in a file, because it would be copied with it. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)^(?:(?:api_?)?key|.*(?:token|secret|password|authorization))");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Map<ModelKey, Value>> said = new TreeMap<>();

    /** Adds the {@code models} tables of a file. */
    void addFile(Path file, JsonNode models) {
        if (!models.isObject()) {
            throw new ConfigurationException(file + " sets models, which must be tables: [models.NAME]");
        }
        models.properties().forEach(table -> {
            String where = file + " [models." + table.getKey() + "]";
            if (!table.getValue().isObject()) {
                throw new ConfigurationException(
                        file + " sets models." + table.getKey() + ", which must be a table: [models.NAME]");
            }
            Map<ModelKey, Value> values = tableOf(table.getKey(), where);
            table.getValue().properties().forEach(field -> {
                ModelKey key = key(where, field.getKey());
                if (field.getValue().isContainerNode()) {
                    throw new ConfigurationException(where + " sets " + key.key() + ", which must be a single value");
                }
                values.put(key, new Value(TomlText.of(field.getValue()), file.toString()));
            });
        });
    }

    /** Adds the environment variables {@code PITH_MODELS_<NAME>_<KEY>}. */
    void addEnvironment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (variable.startsWith(VARIABLE)) {
                String rest = variable.substring(VARIABLE.length());
                ModelKey key = keyAtEnd(variable, rest);
                String name = rest.substring(0, rest.length() - key.name().length() - 1);
                String known =
                        names.getOrDefault(name, name.toLowerCase(Locale.ROOT).replace('_', '-'));
                tableOf(known, variable).put(key, new Value(value, "environment " + variable));
            }
        });
    }

    /** Returns the configured values, by name. */
    Map<String, Map<ModelKey, Value>> said() {
        return said;
    }

    /** Returns a name in the form that environment variables use. */
    static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    private Map<ModelKey, Value> tableOf(String name, String where) {
        if (!NAME.matcher(name).matches()) {
            throw new ConfigurationException(
                    where + ": a model's name has letters, digits, \"-\", \"_\" and \".\", at most 64 of them");
        }
        String other = names.putIfAbsent(plain(name), name);
        if (other != null && !other.equals(name)) {
            throw new ConfigurationException(where + " and [models." + other
                    + "] have the same name in the environment, " + VARIABLE + plain(name) + ": rename one");
        }
        return said.computeIfAbsent(name, any -> new EnumMap<>(ModelKey.class));
    }

    private static ModelKey key(String where, String key) {
        return ModelKey.of(key)
                .orElseThrow(() -> SECRET.matcher(key).matches()
                        ? secret(where + " sets " + key)
                        : new ConfigurationException(
                                where + " sets " + key + ", which is not a key of a model: " + ModelKey.list()));
    }

    private static ModelKey keyAtEnd(String variable, String rest) {
        return Arrays.stream(ModelKey.values())
                .filter(key -> rest.endsWith("_" + key.name())
                        && rest.length() > key.name().length() + 1)
                .max(Comparator.comparingInt(key -> key.name().length()))
                .orElseThrow(() -> rest.endsWith("_API_KEY")
                        ? secret(variable + " is set")
                        : new ConfigurationException(variable + " names no key of a model: " + VARIABLE
                                + "<NAME>_<KEY> with one of " + ModelKey.list() + ", in upper case"));
    }

    private static ConfigurationException secret(String what) {
        return new ConfigurationException(
                what + ", but a key of a model is never configured: remove it, put the key into"
                        + " an environment variable, and let api_key_env name that variable");
    }
}
