package dev.pith.activities.identifiers;

import dev.pith.activities.tokens.TokenCounter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of names that the work goes on with, as long as its room allows. Immutable. */
public final class Ledger {

    /** More are never printed: a reader's attention ends long before. */
    private static final int MOST = 1_500;

    private final List<Traces.Named> ranking;
    private final TokenCounter counter;

    /**
     * Ranks what was recorded.
     *
     * @param project the working directory that paths are told from, null where it is not known
     * @param focus words in lower case; names that hold one of them come earlier
     */
    public Ledger(Traces traces, @Nullable String project, Set<String> focus, TokenCounter counter) {
        List<Traces.Named> all = Ranking.of(traces, project, focus, counter);
        this.ranking = all.size() > MOST ? all.subList(0, MOST) : all;
        this.counter = counter;
    }

    /**
     * The longest beginning of the ranking whose text fits.
     *
     * @param said text that stands beside the ledger: what it names is left out, but for edited files
     * @param room in tokens
     * @return empty where nothing fits
     */
    public String fitting(String said, int room) {
        Mentions mentions = new Mentions(said);
        Predicate<Traces.Named> fresh = one -> one.trace().edits() > 0 || !mentions.has(one.text());
        // A symbol that stands beside still says something under its file, if there is room left.
        List<Traces.Named> wanted = Stream.concat(
                        ranking.stream().filter(fresh),
                        ranking.stream()
                                .filter(fresh.negate())
                                .filter(one -> !one.trace().files().isEmpty()))
                .toList();
        String best = "";
        int low = 0;
        int high = wanted.size();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            String text = LedgerText.of(wanted.subList(0, middle));
            if (counter.strict(text) <= room) {
                low = middle;
                best = text;
            } else {
                high = middle - 1;
            }
        }
        return best;
    }

    /**
     * Names of some kinds, the most wanted first, as many as fit on one line.
     *
     * @param said text that stands beside them: what it names is left out
     * @param room in tokens
     * @return empty where nothing fits
     */
    public String line(Set<IdentifierKind> kinds, String said, int room) {
        Mentions mentions = new Mentions(said);
        StringBuilder line = new StringBuilder();
        for (Traces.Named one : ranking) {
            String next = (line.isEmpty() ? "" : ", ") + one.text();
            if (kinds.contains(one.kind()) && !mentions.has(one.text())) {
                if (counter.strict(line + next) > room) {
                    break;
                }
                line.append(next);
            }
        }
        return line.toString();
    }
}
