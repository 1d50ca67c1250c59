package dev.pith.activities.model.http.wire;

import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.ModelProfile;
import java.util.stream.Stream;

/**
 * An API key for the duration of one call. Only the request's header contains its value; {@link #toString()} and
 * messages do not.
 */
public final class ApiKey {

    public static final ApiKey NONE = new ApiKey("");

    /**
     * Minimum length in characters of a secret; shorter keys are placeholders such as {@code ollama}, which may occur
     * in messages.
     */
    private static final int SHORTEST_SECRET = 8;

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /**
     * Returns the key in the profile's variable; {@link #NONE} if the profile names no variable.
     *
     * @throws ModelFailure if the variable is not set or contains characters that no key has
     */
    public static ApiKey of(ModelProfile profile, Keys keys) {
        String variable = profile.keyVariable();
        if (variable == null) {
            return NONE;
        }
        String key = keys.of(variable).orElse("").strip();
        if (key.isEmpty()) {
            throw unusable(
                    "no key for model " + profile.name() + ": set " + variable + " in the environment of the worker");
        }
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw unusable(
                    "the key in " + variable
                            + " has a space or another character that no key has: set it anew in the environment of the worker");
        }
        return new ApiKey(key);
    }

    boolean isThere() {
        return !value.isEmpty();
    }

    /** Returns the key, for a header of the request only. */
    String value() {
        return value;
    }

    /** Returns a text with the key replaced by {@code [key]}. */
    String hide(String text) {
        return value.length() < SHORTEST_SECRET ? text : text.replace(value, "[key]");
    }

    /** Returns whether an exception, one of its causes, or a suppressed one contains the key. */
    public boolean isIn(Throwable problem) {
        for (Throwable one = problem; one != null; one = one.getCause()) {
            String said = one.toString();
            if (!hide(said).equals(said) || Stream.of(one.getSuppressed()).anyMatch(this::isIn)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return isThere() ? "a key" : "no key";
    }

    private static ModelFailure unusable(String words) {
        return new ModelFailure(Kind.UNAUTHORIZED, 0, words, null, 0, false, null);
    }
}
