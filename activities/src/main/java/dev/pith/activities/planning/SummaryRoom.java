package dev.pith.activities.planning;

import dev.pith.workflows.model.ModelUse;
import org.jspecify.annotations.Nullable;

/**
 * Divides the budget of a summary among the chunks of its head.
 *
 * @param chunk the target tokens of a chunk summary
 * @param stand the most tokens of chunk summaries that are joined unmerged; 0 if an earlier summary must be updated
 */
public record SummaryRoom(int chunk, int stand) {

    /** The fewest tokens of a chunk summary; a shorter one holds only headings, and merging longer ones says more. */
    private static final int LEAST = 500;

    /** The target tokens of a chunk summary that is merged afterwards. */
    private static final int PARTIAL = 1_200;

    /**
     * Divides the budget.
     *
     * @param budget the most tokens of the summary
     * @param anchored whether it updates an earlier summary
     * @param model the model that writes it; null without one
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

    /** Returns the room of leaves, which are never merged: each has its own budget. */
    public static SummaryRoom ofLeaves(int leaf, @Nullable ModelUse model) {
        return new SummaryRoom(model == null ? leaf : forText(leaf, model), Integer.MAX_VALUE);
    }

    /** Divides the budget if chunk summaries are always merged, as for a gist. */
    public static SummaryRoom merged(int budget, int chunks, @Nullable ModelUse model) {
        return of(budget, chunks, true, model);
    }

    /** Returns the target tokens of the model's text; the rest of the budget is for the ledger below it. */
    public static int forText(int budget, ModelUse model) {
        return Math.max(1, budget - budget * model.ledgerPercent() / 100);
    }
}
