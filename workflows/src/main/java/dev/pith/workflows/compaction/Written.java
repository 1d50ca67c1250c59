package dev.pith.workflows.compaction;

/**
 * The chunk summaries written so far.
 *
 * @param texts their number; more than chunks if some were split
 * @param tokens their tokens together, with their titles
 */
public record Written(int texts, long tokens) {

    /** No summary. */
    public static final Written NOTHING = new Written(0, 0);

    /** Tokens of a title with a text's range, if several texts are joined. */
    private static final int TITLE = 12;

    /** Adds one text. */
    Written and(int textTokens) {
        return new Written(texts + 1, tokens + textTokens + TITLE);
    }

    /** Adds other texts. */
    Written and(Written others) {
        return new Written(texts + others.texts, tokens + others.tokens);
    }
}
