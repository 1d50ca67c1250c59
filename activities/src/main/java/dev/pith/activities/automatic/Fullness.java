package dev.pith.activities.automatic;

import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.ContextTarget;
import java.util.Locale;

/**
 * How full a context makes the window of the model that reads it.
 *
 * @param tokens the tokens of the context, system messages included; from the source's own last compaction on
 * @param systemTokens the tokens of its system messages, which no compaction replaces
 * @param window the window in tokens
 * @param share the share of the window from which on the context is compacted, {@value #MIN_SHARE} to
 *     {@value #MAX_SHARE}
 */
public record Fullness(long tokens, long systemTokens, int window, double share) {

    /** The smallest share. */
    public static final double MIN_SHARE = 0.1;

    /** The largest share. */
    public static final double MAX_SHARE = 0.99;

    public Fullness {
        if (!(share >= MIN_SHARE && share <= MAX_SHARE)) {
            throw new IllegalArgumentException("share is " + share + ", must be " + MIN_SHARE + " to " + MAX_SHARE);
        }
    }

    /** Returns the tokens from which on the context is compacted. */
    public long threshold() {
        return Math.round(window * share);
    }

    /** Returns whether the context has reached the threshold. */
    public boolean isOver() {
        return tokens >= threshold();
    }

    /** Returns whether the system messages alone reach the threshold, so that no compaction gets below it. */
    public boolean isOverBySystem() {
        return threshold() - systemTokens <= CompactionSpec.MIN_TARGET;
    }

    /**
     * Returns the request with this aim: half of what the threshold leaves beside the system messages. The compaction
     * is done once the context is below the threshold.
     */
    public CompactionSpec aimed(CompactionSpec spec) {
        int room = (int) Math.max(CompactionSpec.MIN_TARGET + 1, threshold() - systemTokens);
        int aim = Math.max(CompactionSpec.MIN_TARGET, room / 2);
        return spec.within(ContextTarget.aiming(aim, room - 1));
    }

    /** Returns the numbers in words. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%d %% of the window, %,d of %,d tokens; it is compacted from %,d tokens on",
                Math.round(100.0 * tokens / window),
                tokens,
                window,
                threshold());
    }
}
