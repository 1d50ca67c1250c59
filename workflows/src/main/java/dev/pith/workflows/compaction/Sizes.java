package dev.pith.workflows.compaction;

/**
 * All sizes that planning works with, in tokens unless said otherwise. The defaults stand in {@link #defaults()} only.
 *
 * @param contextWindow the window of the model that reads the context
 * @param tailTurns how many turns at the end are kept word for word
 * @param tailMin the smallest room for the tail
 * @param tailMax the largest room for the tail
 * @param summaryMax what a summary may take without a target
 * @param singlePassMax the largest head that one chunk reads although parallel chunks were possible
 * @param chunkMax the largest chunk
 */
public record Sizes(
        int contextWindow, int tailTurns, int tailMin, int tailMax, int summaryMax, int singlePassMax, int chunkMax) {

    /** The usable share of the window, as in opencode and others. */
    private static final double USABLE_SHARE = 0.85;

    /** Share of the usable window that the tail may take. */
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

    /** What holds where nothing was configured. */
    public static Sizes defaults() {
        return new Sizes(200_000, 2, 2_000, 8_000, 4_000, 60_000, 60_000);
    }

    /** What of the window a context may fill. */
    public int usableWindow() {
        return (int) (contextWindow * USABLE_SHARE);
    }

    /** Room for the tail. */
    public int tailBudget() {
        return Math.min(tailMax, Math.max(tailMin, (int) (usableWindow() * TAIL_SHARE)));
    }

    /**
     * What a single message that must stand word for word may take, in tokens: with a longer one no compaction leaves a
     * context that is short.
     */
    public int largestRequest() {
        return Math.max(tailBudget(), (int) (usableWindow() * TAIL_SHARE));
    }

    /**
     * What a summary may take when nobody named a target: the anchor that it updates keeps its room, so that compacting
     * again does not wear it down, and what it stands for anew adds its share.
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
