package dev.pith.starter.web.http;

import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.view.Json;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query parameters of a request. A parameter that the route does not know, or that is given twice, is a problem. */
public final class Parameters {

    private static final int LONGEST = 2_000;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,5})s");

    private final Map<String, List<String>> given;

    private Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** Returns the parameters of a request to a route that knows these names. */
    public static Parameters of(Context ctx, String... known) {
        Map<String, List<String>> given = ctx.queryParamMap();
        Set<String> names = Set.of(known);
        given.forEach((name, values) -> {
            if (!names.contains(name)) {
                throw invalid("the parameter \"" + name + "\" is not known here"
                        + (known.length == 0 ? "" : ": known are " + String.join(", ", known)));
            }
            if (values.isEmpty()) {
                throw invalid("the parameter " + name + " is not encoded as a URL must be");
            }
            if (values.size() > 1) {
                throw invalid("the parameter " + name + " is given " + values.size() + " times, must be given once");
            }
            if (values.get(0).codePointCount(0, values.get(0).length()) > LONGEST) {
                throw invalid("the parameter " + name + " has more than " + LONGEST + " characters");
            }
            if (values.get(0).indexOf('\0') >= 0) {
                throw invalid("the parameter " + name + " has a NUL character");
            }
        });
        return new Parameters(given);
    }

    /** Returns a text; empty if it is not given or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(textOrNull(name));
    }

    /** Returns a text; null if it is not given or blank. */
    public @Nullable String textOrNull(String name) {
        String text = given(name);
        return text == null || text.isBlank() ? null : text;
    }

    /** Returns a whole number within its range, or {@code otherwise} if it is not given. */
    public long number(String name, long otherwise, long least, long most) {
        String text = given(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The message below says what is expected.
        }
        throw invalid(
                "the parameter " + name + " is \"" + text + "\", must be a whole number from " + least + " to " + most);
    }

    /** Returns a switch: true or false, false if it is not given. */
    public boolean flag(String name) {
        String text = given(name);
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw invalid("the parameter " + name + " is \"" + text + "\", must be true or false");
    }

    /** Returns a constant by its name in lower case; null if it is not given. */
    public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String text = given(name);
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> Json.lower(one).equals(text))
                .findFirst()
                .orElseThrow(() -> invalid("the parameter " + name + " is \"" + text + "\", must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Json::lower)
                                .collect(Collectors.joining(", "))));
    }

    /** Returns a duration of up to {@code most}, such as {@code 30s}; zero if it is not given. */
    public Duration seconds(String name, Duration most) {
        String text = given(name);
        if (text == null) {
            return Duration.ZERO;
        }
        Matcher matcher = SECONDS.matcher(text);
        if (matcher.matches() && Long.parseLong(matcher.group(1)) <= most.toSeconds()) {
            return Duration.ofSeconds(Long.parseLong(matcher.group(1)));
        }
        throw invalid(
                "the parameter " + name + " is \"" + text + "\", must be seconds from 0s to " + most.toSeconds() + "s");
    }

    /** Returns a value as it was given, blank ones too; null if it is not given. */
    private @Nullable String given(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    private static Problem invalid(String detail) {
        return Problem.of(ProblemKind.INVALID, detail);
    }
}
