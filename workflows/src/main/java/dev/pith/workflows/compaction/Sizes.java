package dev.pith.workflows.compaction;

/**
 * All sizes that planning uses, in tokens unless said otherwise. Only {@link #defaults()} defines the defaults.
 *
 * @param contextWindow the window of the model that reads the context
 * @param tailTurns the number of turns at the end that are kept word for word
 * @param tailMin the smallest budget of the tail
 * @param tailMax the largest budget of the tail
 * @param summaryMax the most tokens of a summary without a target
 * @param singlePassMax the largest head that is read as one chunk although parallel chunks are possible
 * @param chunkMax the largest chunk
 */
public record Sizes(
        int contextWindow, int tailTurns, int tailMin, int tailMax, int summaryMax, int singlePassMax, int chunkMax) {

    /** The usable share of the window, as in opencode and others. */
    private static final double USABLE_SHARE = 0.85;

    /** The share of the usable window for the tail. */
    private static final double TAIL_SHARE = 0.25;

    public Sizes {
        atLeast(1_000, contextWindow, "contextWindow");
        atLeast(1, tailTurns, "tailTurns");
        atLeast(0, tailMin, "tailMin");
        atLeast(tailMin, tailMax, "tailMax");
        atLeast(50, summaryMax, "summaryMax");
        atLeast(100, singlePassMax, "singlePassMax");
        atLeast(100, chunkMax, "chunkMax");
    }

    /** Returns the default sizes. */
    public static Sizes defaults() {
        return new Sizes(200_000, 2, 2_000, 8_000, 4_000, 60_000, 60_000);
    }

    /** Returns the part of the window that a context may fill: 85 %. */
    public int usableWindow() {
        return (int) (contextWindow * USABLE_SHARE);
    }

    /** Returns the budget of the tail: a quarter of the usable window, from {@code tailMin} to {@code tailMax}. */
    public int tailBudget() {
        return Math.min(tailMax, Math.max(tailMin, (int) (usableWindow() * TAIL_SHARE)));
    }

    /**
     * Returns the longest message, in tokens, that a context can keep word for word: with a longer one, no compaction
     * makes the context short enough.
     */
    public int largestRequest() {
        return Math.max(tailBudget(), (int) (usableWindow() * TAIL_SHARE));
    }

    /**
     * Returns the budget of a summary without a target: the size of the summary that it updates, so that repeated
     * compactions do not shrink it, plus 35 % of the head; at most {@code summaryMax} and a tenth of the usable window.
     */
    public int summaryBudget(long headTokens, long anchorTokens) {
        long earned = anchorTokens + headTokens * 35 / 100;
        return (int) Math.min(Math.min(summaryMax, earned), usableWindow() / 10);
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least " + least);
        }
    }
}
