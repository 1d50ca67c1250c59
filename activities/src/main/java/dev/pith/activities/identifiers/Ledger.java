package dev.pith.activities.identifiers;

import dev.pith.activities.tokens.TokenCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ranked identifiers of a conversation, printed within a token budget. Immutable. */
public final class Ledger {

    /** Maximum number of printed names; a longer list is of no use to a reader. */
    private static final int MOST = 1_500;

    /** How many further names are tried once the next one does not fit. */
    private static final int LOOK_AHEAD = 20;

    private final List<Traces.Named> ranking;
    private final TokenCounter counter;

    /**
     * Ranks the recorded identifiers.
     *
     * @param project the working directory to which paths are relative; null if unknown
     * @param focus lowercase words; names that contain one of them rank higher
     */
    public Ledger(Traces traces, @Nullable String project, Set<String> focus, TokenCounter counter) {
        List<Traces.Named> all = Ranking.of(traces, project, focus, counter);
        this.ranking = all.size() > MOST ? all.subList(0, MOST) : all;
        this.counter = counter;
    }

    /**
     * Returns the text of the longest prefix of the ranking that fits.
     *
     * @param said text next to the ledger; names mentioned in it are omitted, except edited files
     * @param room budget in tokens
     * @return empty if nothing fits
     */
    public String fitting(String said, int room) {
        Mentions mentions = new Mentions(said);
        Predicate<Traces.Named> fresh = one -> one.trace().edits() > 0 || !mentions.has(one.text());
        // A symbol already mentioned in the text is still useful under its file, if the budget allows.
        List<Traces.Named> wanted = Stream.concat(
                        ranking.stream().filter(fresh),
                        ranking.stream()
                                .filter(fresh.negate())
                                .filter(one -> !one.trace().files().isEmpty()))
                .toList();
        int low = 0;
        int high = wanted.size();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (counter.strict(LedgerText.of(wanted.subList(0, middle))) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return filled(wanted, low, room);
    }

    /** Adds those of the next names that still fit: one name may take a line of its own, where another takes a word. */
    private String filled(List<Traces.Named> wanted, int count, int room) {
        List<Traces.Named> chosen = new ArrayList<>(wanted.subList(0, count));
        String best = chosen.isEmpty() ? "" : LedgerText.of(chosen);
        for (Traces.Named next : wanted.subList(count, Math.min(wanted.size(), count + LOOK_AHEAD))) {
            chosen.add(next);
            String more = LedgerText.of(chosen);
            if (counter.strict(more) <= room) {
                best = more;
            } else {
                chosen.remove(chosen.size() - 1);
            }
        }
        return best;
    }

    /**
     * Returns the highest-ranked names of the given kinds that fit on one line.
     *
     * @param said text next to the line; names mentioned in it are omitted
     * @param room budget in tokens
     * @return empty if nothing fits
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
