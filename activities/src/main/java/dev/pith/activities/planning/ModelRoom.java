package dev.pith.activities.planning;

import dev.pith.workflows.model.ModelUse;

/**
 * Divides the window of a model between input and output.
 *
 * @param window the served window in tokens
 * @param maxOutput the most tokens of one reply
 */
public record ModelRoom(int window, int maxOutput) {

    /** What an answer that lists memories should take: some twenty of them. In tokens. */
    public static final int MEMORIES = 1_500;

    /** What instructions, labels, project and focus take beside the data. The longest focus alone can take half of it. */
    private static final int PROMPT = 2_000;

    /** Pith's count of a text against the model's own: real tokenizers differ by less on most text, and overflow is split. */
    private static final double COUNT_ERROR = 0.9;

    /** An answer may have half as much again as it should take, and this for reasoning. */
    private static final int REASONING = 1_500;

    /** Of a small window no more than this goes to the answer. */
    private static final int WINDOW_SHARE = 3;

    /** Of what a request reckons with and what the endpoint showed. */
    public static ModelRoom of(ModelUse use, int window) {
        return new ModelRoom(Math.min(window, use.contextWindow()), use.maxOutput());
    }

    /**
     * The room for an answer.
     *
     * @param budget what the text in it may take
     * @param times the usual room
     */
    public int answer(int budget, int times) {
        int wanted = (budget * 3 / 2 + REASONING) * times;
        return Math.min(Math.min(maxOutput, wanted), window / WINDOW_SHARE);
    }

    /** The most that may be read for an answer of a budget, as Pith counts. */
    public int data(int budget, int times) {
        int left = window - answer(budget, times) - Math.min(PROMPT, window / 4);
        return Math.max(200, (int) (left * COUNT_ERROR));
    }

    /** What a text may take as the model counts it, by Pith's count. */
    public static long atMost(long counted) {
        return (long) Math.ceil(counted / COUNT_ERROR);
    }
}
