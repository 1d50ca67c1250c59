package dev.pith.workflows.compaction;

/**
 * The settings of a gist.
 *
 * @param maxTokens the most tokens without a target, at least {@value CompactionSpec#MIN_TARGET}
 * @param after the number of new messages that outdate the gist, at least 1; a conversation without a gist always gets
 *     one
 */
public record GistSpec(int maxTokens, int after) {

    public GistSpec {
        if (maxTokens < CompactionSpec.MIN_TARGET) {
            throw new IllegalArgumentException(
                    "the tokens of a gist are " + maxTokens + ", must be at least " + CompactionSpec.MIN_TARGET);
        }
        if (after < 1) {
            throw new IllegalArgumentException("a gist is to be renewed after " + after
                    + " new messages, must be at least 1: with 1, every new message renews it");
        }
    }

    /** Returns the defaults. */
    public static GistSpec defaults() {
        return new GistSpec(400, 20);
    }
}
