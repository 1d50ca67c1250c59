package dev.pith.workflows.compaction;

/**
 * The settings of LAYERED, in tokens unless said otherwise.
 *
 * @param leafTokens the target of a leaf, which summarizes one chunk
 * @param condensedTokens the target of a condensed summary, which replaces neighbors of one level
 * @param chunkTokens the usual most of a chunk
 * @param chunkMessages the fewest messages of a chunk, unless they are too long for one
 * @param tailMessages the messages at the end that are kept word for word
 * @param fanout the neighbors that become one condensed summary; fewer only if the target requires it
 */
public record LayeredSpec(
        int leafTokens, int condensedTokens, int chunkTokens, int chunkMessages, int tailMessages, int fanout) {

    public LayeredSpec {
        atLeast(CompactionSpec.MIN_TARGET, leafTokens, "leafTokens");
        atLeast(CompactionSpec.MIN_TARGET, condensedTokens, "condensedTokens");
        atLeast(100, chunkTokens, "chunkTokens");
        atLeast(1, chunkMessages, "chunkMessages");
        atLeast(1, tailMessages, "tailMessages");
        atLeast(2, fanout, "fanout");
    }

    /** Returns the defaults. */
    public static LayeredSpec defaults() {
        return new LayeredSpec(1_200, 2_000, 20_000, 8, 32, 4);
    }

    private static void atLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + ", must be at least " + least);
        }
    }
}
