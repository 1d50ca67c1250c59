package dev.pith.activities.summarizing;

import dev.pith.activities.conversation.StoredMessage;
import dev.pith.activities.identifiers.Ledger;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renders a digest as text within a budget. Each section has a share of the budget and leaves the unused rest to the
 * next one; a pinned request comes first, word for word, on top of the budget.
 */
final class Rendering {

    /** The largest share of persons' requests, which come first. */
    private static final double REQUESTS = 0.55;

    /** The largest share of a single request, so that it does not displace the others. */
    private static final double ONE_REQUEST = 0.25;

    private static final double STATE = 0.10;

    /** Tokens for at least branch, last edit and one failure. */
    private static final int LEAST_STATE = 90;

    /** The largest share of facts; a conversation without any leaves it to the other sections. */
    private static final double FACTS = 0.62;

    /** The share of the ledger in what the facts leave. */
    private static final double LEDGER = 0.41;

    /** The share up to which weak findings come before names: an agent of few words has no others. */
    private static final double LEAST_FINDINGS = 0.06;

    private final TokenCounter counter;
    private final Wish wish;

    Rendering(TokenCounter counter, Wish wish) {
        this.counter = counter;
        this.wish = wish;
    }

    /** Renders the digest as a summary that a later one can continue. */
    Draft draft(Digest digest, @Nullable StoredMessage pinned) {
        String text = render(digest, pinned);
        return new Draft(text, digest.toJson(), counter.count(text));
    }

    private String render(Digest digest, @Nullable StoredMessage pinned) {
        int budget = wish.budget();
        Ledger ledger = new Ledger(digest.traces(), wish.project(), wish.focusWords(), counter);
        Section requests = new Section(counter, "## Requests", share(REQUESTS));
        new Requests(counter, asked(digest, pinned), digest.days()).writeTo(requests, share(ONE_REQUEST));
        Section state = new Section(counter, "## State", Math.max(share(STATE), Math.min(LEAST_STATE, budget / 5)));
        new StateLines(counter, digest, wish).writeTo(state);
        int left = budget - requests.used() - state.used();
        List<String> above = Stream.of(requests, state)
                .flatMap(section -> section.texts().stream())
                .toList();
        Section facts = FactSection.of(digest, above, Math.min(share(FACTS), left), counter);
        left -= facts.used();
        Section findings = new Section(counter, "## Findings", left - (int) ((budget - facts.used()) * LEDGER));
        Findings sentences = new Findings(digest, List.of(requests, state, facts), wish.focusWords());
        sentences.writeTo(findings);
        if (findings.used() < share(LEAST_FINDINGS)) {
            findings.leave(Math.min(share(LEAST_FINDINGS), left) - findings.used());
            sentences.fill(findings);
        }
        String names = ledger.fitting(text(requests, state, facts, findings), left - findings.used());
        findings.leave(left - findings.used() - counter.strict(names) - LedgerBelow.TITLE_TOKENS);
        sentences.fillWithRequests(findings);
        findings.groupByTopic();
        String summary = LedgerBelow.append(ledger, text(requests, state, facts, findings), "", budget, counter);
        return (pinned == null ? "" : Pinned.words(pinned, digest)) + summary;
    }

    private static String text(Section... sections) {
        StringBuilder text = new StringBuilder();
        List.of(sections).forEach(section -> section.appendTo(text));
        return text.toString();
    }

    private static List<Request> asked(Digest digest, @Nullable StoredMessage pinned) {
        return digest.requests().stream()
                .filter(one -> pinned == null || one.seq() != pinned.seq())
                .toList();
    }

    private int share(double share) {
        return (int) (wish.budget() * share);
    }
}
