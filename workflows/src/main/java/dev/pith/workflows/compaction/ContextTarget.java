package dev.pith.workflows.compaction;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The size that the whole context should have afterwards: a number of tokens, or a share of the present context.
 *
 * @param tokens the most tokens, at least {@value CompactionSpec#MIN_TARGET}; null with a ratio
 * @param ratio the share, {@value #MIN_RATIO} to {@value #MAX_RATIO}; null with tokens
 * @param limit the most tokens with which the compaction still counts as done, where {@code tokens} is only what it
 *     aims at; null if that is the target itself
 */
public record ContextTarget(
        @Nullable Integer tokens,
        @Nullable Double ratio,
        @Nullable Integer limit) {

    /** The smallest share. */
    public static final double MIN_RATIO = 0.01;

    /** The largest share. */
    public static final double MAX_RATIO = 0.99;

    public ContextTarget {
        if ((tokens == null) == (ratio == null)) {
            throw new IllegalArgumentException("a target is either a number of tokens or a ratio: give one of them");
        }
        if (tokens != null && tokens < CompactionSpec.MIN_TARGET) {
            throw CompactionSpec.tooSmall(tokens);
        }
        if (ratio != null && !(ratio >= MIN_RATIO && ratio <= MAX_RATIO)) {
            throw new IllegalArgumentException("target ratio is " + ratio + ", must be " + MIN_RATIO + " to "
                    + MAX_RATIO + ", the share of the present context that may remain");
        }
        if (limit != null && (tokens == null || limit < tokens)) {
            throw new IllegalArgumentException(
                    "limit is " + limit + ", must be at least the tokens that are aimed at, which are " + tokens);
        }
    }

    /** Returns a target in tokens. */
    public static ContextTarget ofTokens(int tokens) {
        return new ContextTarget(tokens, null, null);
    }

    /** Returns a target as a share of the present context. */
    public static ContextTarget ofRatio(double ratio) {
        return new ContextTarget(null, ratio, null);
    }

    /**
     * Returns an aim: the compaction is done with up to {@code limit} tokens, too, but takes no easier way that would
     * leave more than {@code tokens}.
     */
    public static ContextTarget aiming(int tokens, int limit) {
        return new ContextTarget(tokens, null, limit);
    }

    /** Returns the tokens that a context of {@code tokensBefore} is to be brought down to. */
    public long of(long tokensBefore) {
        if (tokens != null) {
            return tokens;
        }
        return (long) (tokensBefore * Objects.requireNonNull(ratio));
    }

    /** Returns the most tokens with which the compaction of a context of {@code tokensBefore} is done. */
    public long most(long tokensBefore) {
        return limit == null ? of(tokensBefore) : limit;
    }

    /** Returns the target in words, for messages. */
    @Override
    public String toString() {
        return tokens == null
                ? "a share of " + ratio
                : tokens + " tokens" + (limit == null ? "" : ", " + limit + " at most");
    }
}
