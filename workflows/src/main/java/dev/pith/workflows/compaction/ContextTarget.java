package dev.pith.workflows.compaction;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The size that the whole context should have afterwards: a number of tokens, or a share of the present context.
 *
 * @param tokens the most tokens, at least {@value CompactionSpec#MIN_TARGET}; null with a ratio
 * @param ratio the share, {@value #MIN_RATIO} to {@value #MAX_RATIO}; null with tokens
 */
public record ContextTarget(
        @Nullable Integer tokens, @Nullable Double ratio) {

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
    }

    /** Returns a target in tokens. */
    public static ContextTarget ofTokens(int tokens) {
        return new ContextTarget(tokens, null);
    }

    /** Returns a target as a share of the present context. */
    public static ContextTarget ofRatio(double ratio) {
        return new ContextTarget(null, ratio);
    }

    /** Returns the most tokens of a context that has {@code tokensBefore} now. */
    public long of(long tokensBefore) {
        if (tokens != null) {
            return tokens;
        }
        return (long) (tokensBefore * Objects.requireNonNull(ratio));
    }
}
