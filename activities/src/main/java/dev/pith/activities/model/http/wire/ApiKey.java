package dev.pith.activities.model.http.wire;

import dev.pith.activities.model.Keys;
import dev.pith.activities.model.ModelFailure;
import dev.pith.activities.model.ModelFailure.Kind;
import dev.pith.activities.model.ModelProfile;
import java.util.stream.Stream;

/** A key while a call lasts. It tells itself to nobody but the endpoint. */
public final class ApiKey {

    public static final ApiKey NONE = new ApiKey("");

    /** Shorter ones are placeholders such as {@code ollama}, which a message may well contain. */
    private static final int SHORTEST_SECRET = 8;

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /**
     * The key of a profile's variable.
     *
     * @throws ModelFailure where the variable is not set or holds what cannot be a key
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

    /** For a header of the request, nothing else. */
    String value() {
        return value;
    }

    /** A text without the key. */
    String hide(String text) {
        return value.length() < SHORTEST_SECRET ? text : text.replace(value, "[key]");
    }

    /** Whether an exception, or one that it carries, tells the key. */
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
