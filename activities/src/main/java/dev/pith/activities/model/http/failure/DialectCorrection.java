package dev.pith.activities.model.http.failure;

import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.OutputLimit;
import dev.pith.activities.model.http.wire.ProviderError;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Corrects a dialect from the parameters that an endpoint refuses during one call. Removes each parameter once, so
 * corrections terminate. Not thread-safe.
 */
public final class DialectCorrection {

    private static final Pattern REFUSED =
            Pattern.compile("unsupported|not support|n't support|unknown|unrecogni[sz]ed|"
                    + "not allowed|not permitted|forbidden|unexpected|deprecated|additional propert|not applicable|"
                    + "only the default|cannot be (?:used|set)");

    private final Set<OutputLimit> refused = EnumSet.noneOf(OutputLimit.class);

    /**
     * Returns the dialect without the refused parameter.
     *
     * @param sent the parameters of the refused request that may be omitted or replaced
     * @return empty if the refusal has another reason
     */
    public Optional<Dialect> of(Dialect dialect, Set<String> sent, ProviderError error) {
        if (!REFUSED.matcher(error.all()).find()) {
            return Optional.empty();
        }
        return sent.stream()
                .filter(parameter -> place(error, parameter) >= 0)
                .min(Comparator.comparingInt(parameter -> place(error, parameter)))
                .map(parameter -> without(dialect, parameter));
    }

    /**
     * Returns the position at which the error blames a parameter, or -1. The lowest wins: alternatives are named after
     * the refused parameter.
     */
    private static int place(ProviderError error, String parameter) {
        if (!error.parameter().isEmpty()) {
            return error.parameter().startsWith(parameter) ? 0 : -1;
        }
        Matcher matcher = Pattern.compile("(?<!\\w)" + parameter + "(?!\\w)")
                .matcher(error.words().toLowerCase(Locale.ROOT));
        return matcher.find() ? matcher.start() : -1;
    }

    private Dialect without(Dialect dialect, String parameter) {
        return switch (parameter) {
            case "temperature" -> dialect.withoutTemperature();
            case "stream_options" -> dialect.withoutStreamOptions();
            case "reasoning_effort", "output_config" -> dialect.withoutReasoningEffort();
            default -> dialect.with(otherLimit(dialect.limit()));
        };
    }

    private OutputLimit otherLimit(OutputLimit limit) {
        refused.add(limit);
        return refused.size() > 1
                ? OutputLimit.NONE
                : limit == OutputLimit.MAX_TOKENS ? OutputLimit.MAX_COMPLETION_TOKENS : OutputLimit.MAX_TOKENS;
    }
}
