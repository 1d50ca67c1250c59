package dev.pith.activities.summarizing;

import dev.pith.activities.dates.Days;
import dev.pith.activities.facts.Facts;
import dev.pith.activities.identifiers.IdentifierKind;
import dev.pith.activities.identifiers.Ledger;
import dev.pith.activities.summarizing.Summarizer.Draft;
import dev.pith.activities.summarizing.Summarizer.Wish;
import dev.pith.activities.text.WordSet;
import dev.pith.activities.tokens.TokenCounter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Renders a digest as a gist: requests, outcome, open items, and the names that one would search for. Each part leaves
 * the unused rest of its share to the next one.
 */
final class GistRendering {

    private static final String TITLE = "## Gist";

    /** The most requests that a gist quotes, spread over the conversation. */
    private static final int MOST_REQUESTS = 6;

    /** Requests with fewer distinct words are consents such as "yes, do that". */
    private static final int LEAST_WORDS = 3;

    /** Statements with fewer distinct words only refer to what was just said. */
    private static final int LEAST_TELLING = 7;

    private static final double ASKED = 0.38;
    private static final double ONE_REQUEST = 0.14;
    private static final double CAME_OF_IT = 0.24;
    private static final double OPEN = 0.12;
    private static final double NAMES = 0.16;

    /** Kinds of names that one would search for; excludes options, quantities and internal symbols. */
    private static final Set<IdentifierKind> SEARCHED = EnumSet.of(
            IdentifierKind.URL,
            IdentifierKind.PATH,
            IdentifierKind.REF,
            IdentifierKind.TICKET,
            IdentifierKind.FILE,
            IdentifierKind.ERROR);

    private final TokenCounter counter;
    private final Wish wish;

    GistRendering(TokenCounter counter, Wish wish) {
        this.counter = counter;
        this.wish = wish;
    }

    Draft draft(Digest digest) {
        String text = render(digest);
        return new Draft(text, digest.toJson(), counter.count(text));
    }

    private String render(Digest digest) {
        String when = digest.days().told();
        String title = TITLE + "\n" + (when == null ? "" : "When: " + when + "\n");
        int left = wish.budget() - counter.strict(title);
        Section asked = new Section(counter, "Asked:", share(ASKED));
        new Requests(counter, telling(digest.requests()), Days.NONE).writeTo(asked, share(ONE_REQUEST));
        Section outcome = new Section(counter, "Came of it:", share(CAME_OF_IT));
        GistOutcome came = new GistOutcome(counter, digest.stateNow());
        came.writeTo(outcome);
        Section open = new Section(counter, "Open:", share(OPEN));
        came.writeOpen(open);
        left -= asked.used() + outcome.used() + open.used();
        Section said = new Section(counter, "Said on the way:", left - share(NAMES));
        new Findings(onTheWay(digest), List.of(asked, outcome, open), wish.focusWords()).writeTo(said);
        left -= said.used();
        String above = text(asked, said, outcome, open);
        Ledger ledger = new Ledger(digest.traces(), wish.project(), wish.focusWords(), counter);
        String names = ledger.line(SEARCHED, above, Math.min(left, share(NAMES)) - counter.strict("Names: \n"));
        String gist = above + (names.isEmpty() ? "" : "Names: " + names + "\n");
        return gist.isEmpty() ? "" : title + gist;
    }

    private static String text(Section... sections) {
        StringBuilder text = new StringBuilder();
        List.of(sections).forEach(section -> section.appendTo(text));
        return text.toString().replace("\n\n", "\n");
    }

    /**
     * Selects requests with content, including the first and the last one; selects from all requests if none has
     * content.
     */
    private static List<Request> telling(List<Request> requests) {
        List<Request> telling = requests.stream()
                .filter(one -> WordSet.of(one.text()).size() >= LEAST_WORDS)
                .toList();
        List<Request> all = telling.isEmpty() ? requests : telling;
        if (all.size() <= MOST_REQUESTS) {
            return all;
        }
        return IntStream.range(0, MOST_REQUESTS)
                .mapToObj(i -> all.get(i * (all.size() - 1) / (MOST_REQUESTS - 1)))
                .toList();
    }

    /**
     * Omits persons' statements, which are already quoted as requests, unless there are no others; and omits short
     * remarks.
     */
    private static Digest onTheWay(Digest digest) {
        boolean agents = digest.statements().stream().anyMatch(one -> one.voice() != Statement.Voice.PERSON);
        List<Statement> telling = digest.statements().stream()
                .filter(one -> !agents || one.voice() != Statement.Voice.PERSON)
                .filter(one -> WordSet.of(one.text()).size() >= LEAST_TELLING)
                .toList();
        return new Digest(
                List.of(), telling, digest.state(), digest.traces(), Facts.NONE, digest.days(), digest.unread());
    }

    private int share(double share) {
        return (int) (wish.budget() * share);
    }
}
