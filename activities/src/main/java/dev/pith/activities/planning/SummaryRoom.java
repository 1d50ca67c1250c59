package dev.pith.activities.planning;

import dev.pith.workflows.compaction.ModelUse;
import org.jspecify.annotations.Nullable;

/**
 * How the room of a summary is shared among the chunks of its head.
 *
 * @param chunk what a chunk's summary may take
 * @param merges whether the chunk summaries must be merged; else they are the summary as they stand
 */
public record SummaryRoom(int chunk, boolean merges) {

    /** Below this a chunk's summary holds nothing but headings, and merging longer ones says more. */
    private static final int LEAST = 500;

    /** What a chunk's summary takes that is merged afterwards, as long as the leaves of LAYERED. */
    private static final int PARTIAL = 1_200;

    /**
     * Of a plan.
     *
     * @param budget what the summary may take
     * @param anchored whether it updates an earlier one
     * @param pinned whether a message must stand in it word for word
     * @param model who writes it; null where nobody is asked
     */
    public static SummaryRoom of(int budget, int chunks, boolean anchored, boolean pinned, @Nullable ModelUse model) {
        if (model == null) {
            return new SummaryRoom(budget, chunks != 1 || anchored || pinned);
        }
        int text = forText(budget, model);
        int share = text / Math.max(1, chunks);
        if (chunks <= 1 || (!anchored && share >= LEAST)) {
            return new SummaryRoom(Math.max(1, share), false);
        }
        return new SummaryRoom(Math.min(PARTIAL, Math.max(LEAST, share)), true);
    }

    /** What of a summary the model's text may take; the ledger below it has the rest. */
    public static int forText(int budget, ModelUse model) {
        return Math.max(1, budget - budget * model.ledgerPercent() / 100);
    }
}
