package dev.pith.starter.config;

import dev.pith.activities.model.ModelProfile;
import dev.pith.activities.model.Prices;
import dev.pith.activities.model.Provider;
import dev.pith.activities.model.Timeouts;
import dev.pith.activities.redaction.Redaction;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts a table to a profile, or reports which of its values is invalid. */
final class ModelReading {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern EFFORT = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final int MOST = 1_000_000_000;
    private static final int MOST_CALLS = 64;

    private final ModelTable table;
    private final Provider provider;
    private final Path userHome;

    /**
     * Creates a reader for a table.
     *
     * @param userHome the directory that {@code ~} means
     */
    ModelReading(ModelTable table, Path userHome) {
        this.table = table;
        this.userHome = userHome;
        this.provider = Arrays.stream(Provider.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text(ModelKey.PROVIDER)))
                .findFirst()
                .orElseThrow(() -> table.wrong(ModelKey.PROVIDER, "must be openai, anthropic or extractive"));
    }

    ModelProfile profile() {
        autoThreshold(table);
        return new ModelProfile(
                table.name(),
                provider,
                new BaseUrlSetting(table, provider).checked(),
                table.text(ModelKey.MODEL)
                        .orElseThrow(() -> table.wrong(ModelKey.MODEL, "but a model's name is needed: set model")),
                keyVariable(),
                number(ModelKey.CONTEXT_WINDOW, 1_000, MOST),
                number(ModelKey.MAX_OUTPUT, 100, MOST),
                concurrency(),
                number(ModelKey.REQUESTS_PER_MINUTE, 1, MOST),
                prices(),
                new Timeouts(
                        duration(ModelKey.CONNECT_TIMEOUT),
                        duration(ModelKey.FIRST_BYTE_TIMEOUT),
                        duration(ModelKey.IDLE_TIMEOUT),
                        duration(ModelKey.TOTAL_TIMEOUT)),
                temperature(),
                effort(),
                streaming(),
                caFile());
    }

    /**
     * Returns the name of the key's variable. An invalid value is not shown, because it may be a key entered by
     * mistake.
     */
    private @Nullable String keyVariable() {
        String variable = text(ModelKey.API_KEY_ENV);
        if (variable.isEmpty()) {
            return null;
        }
        if (!isVariable(variable)) {
            throw new ConfigurationException("model " + table.name() + ": api_key_env ("
                    + table.get(ModelKey.API_KEY_ENV).source()
                    + ") must be the name of an environment variable; what stands there is not shown, it may be a key");
        }
        return variable;
    }

    /** Returns whether the text is a valid variable name and does not look like a key. */
    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches() && Redaction.of(text).total() == 0;
    }

    /** Returns the share of the window from which on contexts are compacted automatically; empty if it is not set. */
    static Optional<Double> autoThreshold(ModelTable table) {
        return table.text(ModelKey.AUTO_THRESHOLD)
                .map(text -> ThresholdShare.of(text)
                        .orElseThrow(() -> table.wrong(ModelKey.AUTO_THRESHOLD, ThresholdShare.RULE)));
    }

    private int concurrency() {
        return Optional.ofNullable(number(ModelKey.CONCURRENCY, 1, MOST_CALLS))
                .orElseThrow(() -> table.wrong(ModelKey.CONCURRENCY, "must be a whole number from 1 to 64"));
    }

    private @Nullable Prices prices() {
        BigDecimal input = decimal(ModelKey.PRICE_INPUT);
        BigDecimal cached = decimal(ModelKey.PRICE_CACHED_INPUT);
        BigDecimal output = decimal(ModelKey.PRICE_OUTPUT);
        if (input == null && cached == null && output == null) {
            return null;
        }
        if (input == null) {
            throw table.wrong(
                    ModelKey.PRICE_INPUT, "but a price of the output needs one of the input: set price_input");
        }
        if (output == null || cached == null) {
            throw table.wrong(
                    ModelKey.PRICE_OUTPUT, "but a price of the input needs one of the output: set price_output");
        }
        return new Prices(input, cached, output);
    }

    private @Nullable Double temperature() {
        BigDecimal value = decimal(ModelKey.TEMPERATURE);
        int most = provider == Provider.ANTHROPIC ? 1 : 2;
        if (value != null && value.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw table.wrong(ModelKey.TEMPERATURE, "must be a number from 0 to " + most);
        }
        return value == null ? null : value.doubleValue();
    }

    private @Nullable String effort() {
        String effort = text(ModelKey.REASONING_EFFORT);
        if (!effort.isEmpty() && !EFFORT.matcher(effort).matches()) {
            throw table.wrong(ModelKey.REASONING_EFFORT, "must be one word, such as low");
        }
        return effort.isEmpty() ? null : effort;
    }

    private boolean streaming() {
        String value = text(ModelKey.STREAMING).toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            throw table.wrong(ModelKey.STREAMING, "must be true or false");
        }
        return value.equals("true");
    }

    private @Nullable Path caFile() {
        String named = text(ModelKey.CA_FILE);
        if (named.isEmpty()) {
            return null;
        }
        try {
            Path file = UserHome.expand(named, userHome);
            if (file.isAbsolute()) {
                return file.normalize();
            }
        } catch (InvalidPathException e) {
            throw table.wrong(ModelKey.CA_FILE, "must name a file");
        }
        throw table.wrong(ModelKey.CA_FILE, "must be an absolute path, or begin with ~/");
    }

    private Duration duration(ModelKey key) {
        return Durations.of(text(key)).orElseThrow(() -> table.wrong(key, Durations.RULE));
    }

    private @Nullable Integer number(ModelKey key, int least, int most) {
        String rule = most == MOST
                ? "must be a whole number, at least " + least
                : "must be a whole number from " + least + " to " + most;
        String text = text(key).replace("_", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw table.wrong(key, rule);
        }
        throw table.wrong(key, rule);
    }

    private @Nullable BigDecimal decimal(ModelKey key) {
        String text = text(key);
        // An exponent of nine digits would make a number too large for any arithmetic.
        if (text.length() > 20 || !text.matches("[0-9.]*")) {
            throw table.wrong(key, "must be a number, 0 or more");
        }
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw table.wrong(key, "must be a number, 0 or more");
        }
    }

    private String text(ModelKey key) {
        return table.text(key).orElse("");
    }
}
