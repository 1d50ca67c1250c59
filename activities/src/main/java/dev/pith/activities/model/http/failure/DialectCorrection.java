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

/** Corrects a dialect by what an endpoint refuses, in one call: each parameter once, so it comes to an end. */
public final class DialectCorrection {

    private static final Pattern REFUSED =
            Pattern.compile("unsupported|not support|n't support|unknown|unrecogni[sz]ed|"
                    + "not allowed|not permitted|forbidden|unexpected|deprecated|additional propert|not applicable|"
                    + "only the default|cannot be (?:used|set)");

    private final Set<OutputLimit> refused = EnumSet.noneOf(OutputLimit.class);

    /**
     * The dialect without what was refused.
     *
     * @param sent the parameters of the refused request that may be left out or replaced
     * @return empty where the refusal is about something else
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

    /** Where the parameter is blamed: the first that is named, because what may be used instead comes after it. */
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
