package dev.pith.activities.planning;

import dev.pith.workflows.model.ModelUse;
import org.jspecify.annotations.Nullable;

/**
 * Divides the budget of a summary among the chunks of its head.
 *
 * @param chunk the target tokens of a chunk summary
 * @param stand the most tokens of several that stand unmerged; 0 where an earlier summary must be updated
 */
public record SummaryRoom(int chunk, int stand) {

    /** Below this a chunk's summary holds nothing but headings, and merging longer ones says more. */
    private static final int LEAST = 500;

    /** What a chunk's summary takes that is merged afterwards, as long as the leaves of LAYERED. */
    private static final int PARTIAL = 1_200;

    /**
     * Of a plan.
     *
     * @param budget what the summary may take
     * @param anchored whether it updates an earlier one
     * @param model who writes it; null where nobody is asked
     */
    public static SummaryRoom of(int budget, int chunks, boolean anchored, @Nullable ModelUse model) {
        if (model == null) {
            return new SummaryRoom(budget, 0);
        }
        int text = forText(budget, model);
        int share = Math.max(1, text / Math.max(1, chunks));
        if (chunks <= 1) {
            return new SummaryRoom(share, anchored ? 0 : budget);
        }
        boolean stand = !anchored && share >= LEAST;
        return new SummaryRoom(stand ? share : Math.min(PARTIAL, Math.max(LEAST, share)), anchored ? 0 : budget);
    }

    /** Of a plan whose chunk summaries never stand as they are, like those of a gist. */
    public static SummaryRoom merged(int budget, int chunks, @Nullable ModelUse model) {
        return of(budget, chunks, true, model);
    }

    /** What of a summary the model's text should take; the ledger below it has the rest. */
    public static int forText(int budget, ModelUse model) {
        return Math.max(1, budget - budget * model.ledgerPercent() / 100);
    }
}
