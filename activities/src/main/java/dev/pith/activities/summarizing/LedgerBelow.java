package dev.pith.activities.summarizing;

import dev.pith.activities.identifiers.Ledger;
import dev.pith.activities.tokens.TokenCounter;

/** Appends a ledger to a text, within the budget of both and without names that the text holds. */
final class LedgerBelow {

    private static final String TITLE = "## Ledger\n";

    /** What the title takes, and what a text may take more than its parts. */
    static final int TITLE_TOKENS = 8;

    /** How much less room is tried when two texts together take more than each by itself. In tokens. */
    private static final int STEP = 8;

    private LedgerBelow() {}

    /**
     * The text with the ledger below it.
     *
     * @param beside what else the reader has: what it names is left out too
     * @param budget of the text and the ledger, in tokens
     */
    static String append(Ledger ledger, String above, String beside, int budget, TokenCounter counter) {
        for (int left = budget - counter.strict(above + TITLE); left > 0; left -= STEP) {
            String names = ledger.fitting(beside + "\n" + above, left);
            String whole = names.isEmpty() ? above.strip() : above + TITLE + names.strip();
            if (counter.strict(whole + "\n") <= budget) {
                return whole.isEmpty() ? "" : whole + "\n";
            }
        }
        return above.isBlank() ? "" : above.strip() + "\n";
    }
}
