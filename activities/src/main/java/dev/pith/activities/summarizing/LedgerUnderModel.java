package dev.pith.activities.summarizing;

import dev.pith.activities.identifiers.Ledger;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.tokens.TokenCounter;
import java.util.List;

/**
 * Appends to a model's summary the facts and the names that it dropped and that are most likely needed again, within a
 * share of the budget; names take half of it if they need it. If room is left, symbols named in the summary are listed
 * again under their files. Thread-safe.
 */
public final class LedgerUnderModel {

    private final TokenCounter counter = TokenCounter.shared();
    private final double share;

    /**
     * Creates a ledger writer.
     *
     * @param share the share of the budget, above 0, at most 1; 0.2 by default in the configuration
     */
    public LedgerUnderModel(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share of the ledger is " + share + ", must be above 0 and at most 1");
        }
        this.share = share;
    }

    /** Returns the tokens of a budget that are left for the model's own text. */
    public int forModel(int budget) {
        return budget - room(budget);
    }

    /** Returns the model's text with the facts and the ledger of the digest below it. */
    public String append(String summary, Digest digest, Wish wish) {
        Ledger ledger = new Ledger(digest.traces(), wish.project(), wish.focusWords(), counter);
        String above = summary.strip() + "\n\n";
        int budget = Math.min(wish.budget(), counter.strict(above) + room(wish.budget()));
        int left = budget - counter.strict(above);
        int names = counter.strict(ledger.fitting(above, left / 2)) + LedgerBelow.TITLE_TOKENS;
        StringBuilder text = new StringBuilder(above);
        FactSection.of(digest, List.of(above), left - names, counter).appendTo(text);
        return LedgerBelow.append(ledger, text.toString(), "", budget, counter);
    }

    private int room(int budget) {
        return (int) (budget * share);
    }
}
