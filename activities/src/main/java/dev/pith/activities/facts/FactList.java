package dev.pith.activities.facts;

import dev.pith.activities.dates.Days;
import dev.pith.activities.tokens.TokenCounter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Selects the facts that fit a room, and prints them in lines, those that were said last at the end. */
public final class FactList {

    /** The exponent of the length penalty: 0 ignores length, 1 divides the weight by the length. */
    private static final double LENGTH = 0.6;

    /** How much less each of many facts of one shape is needed. */
    private static final double LISTED = 0.25;

    /** A fact of less weight is left out. */
    private static final double LEAST_WEIGHT = 0.35;

    private record Ranked(int place, Fact fact, double score) {}

    private final TokenCounter counter;
    private final List<Ranked> ranked;
    private final Days days;

    /**
     * Ranks facts.
     *
     * @param above texts that the reader has; what they say is left out
     * @param days the days on which the facts were said
     */
    public FactList(Facts facts, List<String> above, Days days, TokenCounter counter) {
        this.days = days;
        this.counter = counter;
        List<String> lines = above.stream()
                .flatMap(String::lines)
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
        List<Fact> all = new ArrayList<>();
        for (Fact fact : facts.all()) {
            if (fact.weight() >= LEAST_WEIGHT && !isSaid(fact, lines)) {
                all.add(fact);
            }
        }
        ranked = ranked(all, counter);
    }

    private static boolean isSaid(Fact fact, List<String> lines) {
        String key = fact.key().toLowerCase(Locale.ROOT);
        String value = fact.value().toLowerCase(Locale.ROOT);
        return lines.stream().anyMatch(line -> line.contains(value) && line.contains(key));
    }

    private static List<Ranked> ranked(List<Fact> facts, TokenCounter counter) {
        Set<String> shared = new HashSet<>();
        Map<FactGroup, List<Fact>> groups = FactGroup.of(facts);
        Map<Fact, Integer> places = new HashMap<>();
        facts.forEach(fact -> places.put(fact, places.size()));
        List<Ranked> ranked = new ArrayList<>();
        groups.forEach((group, members) -> {
            shared.clear();
            for (Fact fact : members) {
                boolean listed = group.shape() != null;
                String own = listed ? FactGroup.name(fact.key()) : fact.key();
                // A value that many share is printed once.
                String value = listed && !shared.add(fact.value()) ? "" : fact.value();
                double cost = counter.strict("; " + own + "=" + value);
                double one = listed ? 1 / (1 + LISTED * StrictMath.log1p(members.size())) : 1;
                ranked.add(new Ranked(
                        places.getOrDefault(fact, 0), fact, one * fact.weight() / StrictMath.pow(cost, LENGTH)));
            }
        });
        ranked.sort(Comparator.comparingDouble(Ranked::score)
                .reversed()
                .thenComparing(Comparator.comparingInt(Ranked::place).reversed()));
        return ranked;
    }

    /**
     * Returns the lines of as many facts as fit, in the order of their rank.
     *
     * @param room the most tokens
     * @return empty if none fits
     */
    public String fitting(int room) {
        int fits = 0;
        int over = ranked.size() + 1;
        while (over - fits > 1) {
            int middle = (fits + over) >>> 1;
            if (counter.strict(text(middle)) <= room) {
                fits = middle;
            } else {
                over = middle;
            }
        }
        return text(fits);
    }

    private String text(int count) {
        List<Fact> chosen = ranked.subList(0, count).stream()
                .sorted(Comparator.comparingInt(Ranked::place))
                .map(Ranked::fact)
                .toList();
        StringBuilder text = new StringBuilder();
        LocalDate day = null;
        for (Map.Entry<FactGroup, List<Fact>> group : FactGroup.of(chosen).entrySet()) {
            List<Fact> facts = group.getValue();
            LocalDate said = days.of(facts.get(facts.size() - 1).seq());
            if (days.several() && said != null && !said.equals(day)) {
                text.append(said).append(":\n");
                day = said;
            }
            text.append(group.getKey().line(facts)).append('\n');
        }
        return text.toString();
    }
}
