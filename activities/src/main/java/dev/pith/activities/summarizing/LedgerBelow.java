package dev.pith.activities.summarizing;

import dev.pith.activities.identifiers.Ledger;
import dev.pith.activities.tokens.TokenCounter;

/** Appends a ledger to a text, within a common budget and without names that the text contains. */
final class LedgerBelow {

    private static final String TITLE = "## Ledger\n";

    /** Tokens of the title, and of the surplus that a joined text may take over its parts. */
    static final int TITLE_TOKENS = 8;

    /** The step by which the room is reduced if the joined text exceeds the budget. In tokens. */
    private static final int STEP = 8;

    private LedgerBelow() {}

    /**
     * Returns the text with the ledger below it.
     *
     * @param beside other text that the reader has; its names are omitted, too
     * @param budget the most tokens of text and ledger together
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
