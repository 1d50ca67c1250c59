package dev.pith.workflows.compaction;

/**
 * The chunk summaries that were written so far.
 *
 * @param texts how many; more than chunks where some were split
 * @param tokens what they take together, with their titles
 */
public record Written(int texts, long tokens) {

    /** None yet. */
    public static final Written NOTHING = new Written(0, 0);

    /** What naming a text's range takes where several stand together. In tokens. */
    private static final int TITLE = 12;

    /** With one more. */
    Written and(int textTokens) {
        return new Written(texts + 1, tokens + textTokens + TITLE);
    }

    /** With others. */
    Written and(Written others) {
        return new Written(texts + others.texts, tokens + others.tokens);
    }
}
