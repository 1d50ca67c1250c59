package dev.pith.activities.planning;

import dev.pith.workflows.model.ModelUse;

/**
 * Divides the window of a model between input and output.
 *
 * @param window the served window in tokens
 * @param maxOutput the most tokens of one reply
 */
public record ModelRoom(int window, int maxOutput) {

    /** The target tokens of a reply that lists memories, some twenty of them. */
    public static final int MEMORIES = 1_500;

    /** Tokens for instructions, labels, project and focus; the longest focus alone can take half of them. */
    private static final int PROMPT = 2_000;

    /**
     * Pith's token count relative to the model's own. Real tokenizers differ by less on most text; an overflow is
     * split.
     */
    private static final double COUNT_ERROR = 0.9;

    /** Tokens for reasoning, on top of one and a half times the target of a reply. */
    private static final int REASONING = 1_500;

    /** The reply takes at most this fraction (1/3) of the window. */
    private static final int WINDOW_SHARE = 3;

    /** Returns the room in the configured window, or in the served one if that is smaller. */
    public static ModelRoom of(ModelUse use, int window) {
        return new ModelRoom(Math.min(window, use.contextWindow()), use.maxOutput());
    }

    /**
     * Returns the output limit of a reply, in tokens.
     *
     * @param budget the target tokens of its text
     * @param times the factor of the usual room
     */
    public int answer(int budget, int times) {
        int wanted = (budget * 3 / 2 + REASONING) * times;
        return Math.min(Math.min(maxOutput, wanted), window / WINDOW_SHARE);
    }

    /**
     * Returns the most input tokens for a reply, by Pith's count.
     *
     * @param budget the target tokens of its text
     * @param times the factor of the usual output
     */
    public int data(int budget, int times) {
        int left = window - answer(budget, times) - Math.min(PROMPT, window / 4);
        return Math.max(200, (int) (left * COUNT_ERROR));
    }

    /** Returns the most tokens of a text by the model's count, from Pith's count. */
    public static long atMost(long counted) {
        return (long) Math.ceil(counted / COUNT_ERROR);
    }
}
