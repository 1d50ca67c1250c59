package dev.pith.workflows.compaction;

/**
 * What somebody asks of a gist.
 *
 * @param maxTokens what it may take where no target is given, at least {@value CompactionSpec#MIN_TARGET}
 * @param after how many new messages renew it, at least 1; a conversation that has none gets one at once
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

    /** What holds where nobody says anything else. */
    public static GistSpec defaults() {
        return new GistSpec(400, 20);
    }
}
