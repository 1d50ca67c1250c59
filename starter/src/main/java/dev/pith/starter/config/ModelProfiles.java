package dev.pith.starter.config;

import dev.pith.activities.model.ModelProfile;
import dev.pith.starter.config.Settings.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The models that a user configured, and {@code extractive}, which needs no model and always exists. Immutable. */
public final class ModelProfiles {

    /** The name of the summarizer without a model. */
    public static final String EXTRACTIVE = "extractive";

    private final List<ModelTable> tables;
    private final Map<String, String> environment;

    ModelProfiles(Map<String, Map<ModelKey, Value>> said, Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        ModelDefaults defaults = new ModelDefaults(this.environment);
        List<ModelTable> all = new ArrayList<>();
        if (!said.containsKey(EXTRACTIVE)) {
            all.add(defaults.complete(EXTRACTIVE, Map.of(ModelKey.PROVIDER, new Value(EXTRACTIVE, "built in"))));
        }
        said.forEach((name, values) -> {
            ModelTable table = defaults.complete(name, values);
            all.add(table);
            check(table, values);
        });
        this.tables = List.copyOf(all);
    }

    /**
     * Returns the model of this name; empty if the name means the summarizer without a model. The name may also have
     * the form that environment variables use.
     *
     * @throws ConfigurationException if there is no such name, or a value of the model is invalid
     */
    public Optional<ModelProfile> find(String name) {
        ModelTable table = table(name)
                .orElseThrow(() -> new ConfigurationException("no model \"" + name + "\": known are "
                        + tables.stream().map(ModelTable::name).collect(Collectors.joining(", "))
                        + "; describe it in pith.toml under [models." + name + "]"));
        return profile(table);
    }

    /** Returns the share of the window from which on this model compacts automatically; empty if it sets none. */
    Optional<Double> autoThreshold(String name) {
        return table(name).flatMap(ModelReading::autoThreshold);
    }

    /** Returns the name as its table spells it; empty if there is none. */
    public Optional<String> nameOf(String name) {
        return table(name).map(ModelTable::name);
    }

    /** Returns the profile that a table describes; empty if it describes the summarizer without a model. */
    public Optional<ModelProfile> profile(ModelTable table) {
        return table.isExtractive()
                ? Optional.empty()
                : Optional.of(new ModelReading(table, UserHome.of(environment)).profile());
    }

    /** Returns the tables of all models, including {@code extractive}, by name. */
    public List<ModelTable> tables() {
        return tables;
    }

    /** Returns the names of all models, including {@code extractive}, in alphabetical order. */
    public SortedSet<String> names() {
        return tables.stream().map(ModelTable::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether a configured model uses this endpoint, with or without its key. */
    public boolean describes(String endpoint) {
        return tables.stream()
                .flatMap(table -> profile(table).stream())
                .anyMatch(profile -> profile.endpoint().equals(endpoint));
    }

    /** Returns whether the environment variable of a key is set. */
    public boolean isSet(String variable) {
        return environment.containsKey(variable);
    }

    private Optional<ModelTable> table(String name) {
        return tables.stream()
                .filter(each -> ModelTables.plain(each.name()).equals(ModelTables.plain(name)))
                .findFirst();
    }

    private static void check(ModelTable table, Map<ModelKey, Value> said) {
        if (table.name().equals(EXTRACTIVE) && !table.isExtractive()) {
            throw table.wrong(
                    ModelKey.PROVIDER, "but extractive is the summarizer without a model: give the model another name");
        }
        if (table.isExtractive()) {
            said.keySet().stream()
                    .filter(key -> key != ModelKey.PROVIDER)
                    .findFirst()
                    .ifPresent(key -> {
                        throw table.wrong(
                                key,
                                "but with provider extractive there is no model that it could hold for: remove it");
                    });
        }
    }
}
