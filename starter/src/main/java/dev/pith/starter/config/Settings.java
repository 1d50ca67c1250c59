package dev.pith.starter.config;

import dev.pith.activities.redaction.Redactor;
import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.GistSpec;
import dev.pith.workflows.compaction.LayeredSpec;
import dev.pith.workflows.compaction.Sizes;
import dev.pith.workflows.model.OnModelFailure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings in force, each with its source. Immutable. */
public final class Settings {

    /**
     * A value and its source.
     *
     * @param value null if nothing is set and there is no default
     * @param source flag, environment, file or default, in words
     */
    public record Value(@Nullable String value, String source) {}

    /** The value that disables an optional feature: memory files, or the program of Temporal. */
    public static final String OFF = "off";

    /** The value of {@link Setting#TRACES_ENDPOINT} that leaves the address to OpenTelemetry's own variables. */
    public static final String OTEL = "otel";

    private static final int MOST_ATTEMPTS = 100;
    private static final double MOST_SHARE = 0.5;

    private final Map<Setting, Value> values;
    private final ModelProfiles models;
    private final Path userHome;

    Settings(Map<Setting, Value> values, ModelProfiles models, Path userHome) {
        this.values = Map.copyOf(values);
        this.models = models;
        this.userHome = userHome;
    }

    /** Returns the models that summaries can be written with. */
    public ModelProfiles models() {
        return models;
    }

    /** Returns a setting's value and source. */
    public Value get(Setting setting) {
        return Objects.requireNonNull(values.get(setting));
    }

    /** Returns a setting's text; empty if it is not set. */
    public Optional<String> text(Setting setting) {
        return Optional.ofNullable(get(setting).value()).filter(value -> !value.isBlank());
    }

    /** Returns the home directory, with {@code ~} replaced by the user's home. */
    public Path home() {
        String home = text(Setting.HOME).orElseThrow(() -> wrong(Setting.HOME, "must name a directory"));
        try {
            return UserHome.expand(home, userHome).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw wrong(Setting.HOME, "must name a directory");
        }
    }

    /** Returns the folder of the memory files; empty if disabled. */
    public Optional<Path> memoryDirectory() {
        String named = text(Setting.MEMORY_DIR).orElse(OFF);
        if (named.equals(OFF)) {
            return Optional.empty();
        }
        try {
            return Optional.of(home().resolve(UserHome.expand(named, userHome)).normalize());
        } catch (InvalidPathException e) {
            throw wrong(Setting.MEMORY_DIR, "must name a directory");
        }
    }

    /** Returns the file of the web server's access tokens; empty if none is set. */
    public Optional<Path> webTokens() {
        try {
            return text(Setting.WEB_TOKENS)
                    .map(named ->
                            home().resolve(UserHome.expand(named, userHome)).normalize());
        } catch (InvalidPathException e) {
            throw wrong(Setting.WEB_TOKENS, "must name a file");
        }
    }

    /** Returns where traces go: a URL, or {@link #OTEL}; empty if there are none. */
    public Optional<String> tracesEndpoint() {
        Optional<String> named = text(Setting.TRACES_ENDPOINT).filter(value -> !value.equals(OFF));
        if (named.isPresent() && !named.get().equals(OTEL) && !HttpUrls.isPlain(named.get())) {
            throw wrong(
                    Setting.TRACES_ENDPOINT,
                    "must be off, otel, or a URL such as http://127.0.0.1:4318 without user, query and fragment");
        }
        return named;
    }

    /** Returns whether logs are written as JSON. */
    public boolean jsonLogs() {
        return switch (text(Setting.LOG_FORMAT).orElse("")) {
            case "text" -> false;
            case "json" -> true;
            default -> throw wrong(Setting.LOG_FORMAT, "must be text or json");
        };
    }

    /** Returns the configured program of Temporal's dev server, or "off"; empty if Pith is to find one. */
    public Optional<String> temporalBinary() {
        try {
            return text(Setting.TEMPORAL_BINARY)
                    .map(named -> named.equals(OFF)
                            ? named
                            : UserHome.expand(named, userHome).toAbsolutePath().toString());
        } catch (InvalidPathException e) {
            throw wrong(Setting.TEMPORAL_BINARY, "must name a file");
        }
    }

    /**
     * Returns the specification of a gist.
     *
     * @param after number of new messages that renew it; null for the default
     */
    public GistSpec gist(@Nullable Integer after) {
        return new GistSpec(
                number(Setting.GIST_MAX_TOKENS),
                after == null ? GistSpec.defaults().after() : after);
    }

    /** Returns the specification of layers. */
    public LayeredSpec layered() {
        try {
            return new LayeredSpec(
                    number(Setting.LEAF_TOKENS),
                    number(Setting.CONDENSED_TOKENS),
                    number(Setting.LEAF_CHUNK_TOKENS),
                    number(Setting.LEAF_CHUNK_MESSAGES),
                    number(Setting.TAIL_MESSAGES),
                    number(Setting.FANOUT));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage() + ": see pith config");
        }
    }

    /** Returns the sizes used in planning. */
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

    /** Returns a setting as a whole number. */
    public int number(Setting setting) {
        try {
            return Integer.parseInt(text(setting).orElse("").replace("_", ""));
        } catch (NumberFormatException e) {
            throw wrong(setting, "must be a whole number");
        }
    }

    /** Returns a setting as a duration. */
    public Duration duration(Setting setting) {
        return Durations.of(text(setting).orElse("")).orElseThrow(() -> wrong(setting, Durations.RULE));
    }

    /** Returns how long a stopped worker waits for its calls; empty for the longest time that one call may take. */
    public Optional<Duration> drainTimeout() {
        return text(Setting.DRAIN_TIMEOUT).map(any -> duration(Setting.DRAIN_TIMEOUT));
    }

    /** Returns the build id of this program's workers; empty without Worker Versioning. */
    public Optional<String> workerBuildId() {
        Optional<String> id = text(Setting.WORKER_BUILD_ID);
        if (id.isPresent() && !id.get().matches("[A-Za-z0-9._-]{1,100}")) {
            throw wrong(Setting.WORKER_BUILD_ID, "must be 1 to 100 letters, digits, dots, underscores and hyphens");
        }
        return id;
    }

    /** Returns a setting as a fraction from 0 to 0.5. */
    public double share(Setting setting) {
        try {
            double share = Double.parseDouble(text(setting).orElse(""));
            if (share >= 0 && share <= MOST_SHARE) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw wrong(setting, "must be a number from 0 to " + MOST_SHARE);
        }
        throw wrong(setting, "must be a number from 0 to " + MOST_SHARE);
    }

    /** Returns a supplier of redactors for the texts sent to models; each call uses its own. */
    public Supplier<Redactor> redaction() {
        return switch (text(Setting.REDACTION).orElse("")) {
            case "on" -> Redactor::on;
            case "off" -> Redactor::off;
            default -> throw wrong(Setting.REDACTION, "must be on or off");
        };
    }

    /** Returns the number of attempts of a model call. */
    public int modelAttempts() {
        int attempts = number(Setting.MODEL_ATTEMPTS);
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw wrong(Setting.MODEL_ATTEMPTS, "must be 1 to " + MOST_ATTEMPTS);
        }
        return attempts;
    }

    /** Returns what a compaction does if its model produces no summary. */
    public OnModelFailure onModelFailure() {
        return switch (text(Setting.ON_MODEL_FAILURE).orElse("")) {
            case "degrade" -> OnModelFailure.DEGRADE;
            case "keep" -> OnModelFailure.KEEP;
            default -> throw wrong(Setting.ON_MODEL_FAILURE, "must be degrade or keep");
        };
    }

    /** Returns how contexts are compacted where nothing else is asked; never GIST. */
    public Strategy strategy() {
        return switch (text(Setting.STRATEGY).orElse("")) {
            case "rolling" -> Strategy.ROLLING;
            case "layered" -> Strategy.LAYERED;
            case "prune" -> Strategy.PRUNE;
            default -> throw wrong(Setting.STRATEGY, "must be rolling, layered or prune");
        };
    }

    /** Returns whether imports compact what reached the threshold. */
    public boolean auto() {
        return switch (text(Setting.AUTO).orElse("")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(Setting.AUTO, "must be true or false");
        };
    }

    /**
     * Returns the share of the window from which on a context is compacted automatically.
     *
     * @param model the model profile, whose own share goes before the setting; null without a model
     */
    public double autoThreshold(@Nullable String model) {
        return Optional.ofNullable(model)
                .flatMap(models::autoThreshold)
                .orElseGet(() -> text(Setting.AUTO_THRESHOLD)
                        .flatMap(ThresholdShare::of)
                        .orElseThrow(() -> wrong(Setting.AUTO_THRESHOLD, ThresholdShare.RULE)));
    }

    /** Returns the entries of a list, with a leading {@code ~/} replaced by the user's home. */
    public List<String> globs(Setting list) {
        return Stream.of(text(list).orElse("").split(",", -1))
                .map(String::strip)
                .filter(glob -> !glob.isEmpty())
                .map(glob -> glob.startsWith("~/") ? userHome + glob.substring(1) : glob)
                .toList();
    }

    private ConfigurationException wrong(Setting setting, String rule) {
        Value value = get(setting);
        return new ConfigurationException(
                setting.key() + " " + rule + " but is \"" + value.value() + "\" (" + value.source() + ")");
    }
}
