package dev.pith.activities.identifiers;

import dev.pith.activities.tokens.TokenCounter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ranks identifiers by the likelihood of reuse relative to their size:
 * {@code weight · need / (tokens + 0.3)^0.6}. Ties are broken by kind, then text, so the order is deterministic.
 */
final class Ranking {

    private static final double FRAME = 0.3;
    private static final double LENGTH = 0.6;

    /** A dotted name is often only a field of a local variable. */
    private static final double DOTTED = 0.8;

    /** Share of a file's edit score that its symbols inherit. */
    private static final double SHARED = 0.2;

    /** Share of the score of its symbols that a file inherits: without it they stand apart from their file. */
    private static final double HOME = 0.15;

    /** Factor for URLs that occur in tool results only; most of those are incidental. */
    private static final double ANSWERED = 0.4;

    /** Factor for names that match the user's focus. */
    private static final double ASKED = 3;

    private record Ranked(Traces.Named named, double priority) {}

    private final TokenBudget tokenBudget;
    private final Map<String, Double> edits = new HashMap<>();

    private final Map<String, Double> housed = new HashMap<>();

    private final Set<String> focus;

    private Ranking(List<Traces.Named> named, Set<String> focus, TokenCounter counter) {
        this.focus = focus;
        tokenBudget = new TokenBudget(named, counter);
        named.forEach(one -> edits.put(one.text(), one.trace().sum(Source.EDIT)));
        for (Traces.Named one : named) {
            String home = one.kind() == IdentifierKind.SYMBOL ? one.trace().home(file -> 1) : null;
            if (home != null) {
                housed.merge(home, one.trace().need(), Double::sum);
            }
        }
    }

    /**
     * Returns all identifiers, highest priority first.
     *
     * @param focus lowercase words; names that contain one of them rank higher
     */
    static List<Traces.Named> of(Traces traces, @Nullable String project, Set<String> focus, TokenCounter counter) {
        List<Traces.Named> named = new Names(project, traces.named()).joined(traces.named());
        Ranking ranking = new Ranking(named, focus, counter);
        return named.stream()
                .map(one -> new Ranked(one, ranking.priority(one)))
                .sorted(Comparator.comparingDouble((Ranked one) -> -one.priority)
                        .thenComparing(one -> one.named.kind())
                        .thenComparing(one -> one.named.text()))
                .map(Ranked::named)
                .toList();
    }

    private double priority(Traces.Named one) {
        double need = one.trace().need();
        if (one.kind() == IdentifierKind.SYMBOL) {
            String home = one.trace().home(file -> 1);
            need += home == null ? 0 : SHARED * StrictMath.log1p(edits.getOrDefault(home, 0.0));
            need *= one.text().indexOf('.') > 0 ? DOTTED : 1;
        }
        need += HOME * StrictMath.log1p(housed.getOrDefault(one.text(), 0.0));
        need *= one.kind() == IdentifierKind.URL && one.trace().isOnlyAnswered() ? ANSWERED : 1;
        need *= isAskedFor(one.text()) ? ASKED : 1;
        return one.kind().weight() * need / StrictMath.pow(tokenBudget.of(one.identifier()) + FRAME, LENGTH);
    }

    private boolean isAskedFor(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return focus.stream().anyMatch(lower::contains);
    }
}
