package dev.pith.activities.summarizing;

import dev.pith.activities.identifiers.Ledger;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.text.Sentences;
import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import java.util.Locale;

/** Writes what accompanies a summary in prose: constraints set by persons, the state, and the ledger. */
final class Notes {

    private static final double CONSTRAINTS = 0.25;
    private static final double STATE = 0.20;

    private final TokenCounter counter;
    private final Wish wish;

    Notes(TokenCounter counter, Wish wish) {
        this.counter = counter;
        this.wish = wish;
    }

    String render(Digest digest, String summary) {
        Section constraints = new Section(counter, "## Constraints, in the user's words", share(CONSTRAINTS));
        constraints(constraints, digest, summary);
        Section state = new Section(counter, "## State", share(STATE));
        new StateLines(counter, digest, wish).writeTo(state);
        StringBuilder text = new StringBuilder();
        constraints.appendTo(text);
        state.appendTo(text);
        Ledger ledger = new Ledger(digest.traces(), wish.project(), wish.focusWords(), counter);
        return LedgerBelow.append(ledger, text.toString(), summary, wish.budget(), counter);
    }

    /** Offers the newest constraints first until the section is full; they are printed in their original order. */
    private void constraints(Section section, Digest digest, String summary) {
        String said = summary.toLowerCase(Locale.ROOT);
        List<Request> requests = digest.requests();
        for (int i = requests.size() - 1; i >= 0; i--) {
            List<String> sentences = Sentences.of(requests.get(i).text());
            for (int j = 0; j < sentences.size(); j++) {
                String sentence = sentences.get(j);
                if (Weight.constrains(sentence) && !said.contains(sentence.toLowerCase(Locale.ROOT))) {
                    section.offer(1_000L * i + j, "- " + sentence);
                }
            }
        }
    }

    private int share(double share) {
        return (int) (wish.budget() * share);
    }
}
