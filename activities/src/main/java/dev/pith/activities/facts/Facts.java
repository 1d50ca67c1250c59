package dev.pith.activities.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The facts of a range of a conversation, in the order in which they were last said. Immutable.
 *
 * @param all at most {@link #MOST} facts of different identities
 * @param outdated earlier values of them, oldest first, at most {@link #MOST_OUTDATED}
 */
public record Facts(List<Fact> all, List<Outdated> outdated) {

    /** The most facts of a range. */
    public static final int MOST = 1_000;

    /** The most replaced values of a range. */
    static final int MOST_OUTDATED = 300;

    /** The facts of an empty range. */
    public static final Facts NONE = new Facts(List.of(), List.of());

    public Facts {
        all = List.copyOf(all);
        // A digest that an earlier version stored has none.
        outdated = outdated == null ? List.of() : List.copyOf(outdated);
    }

    /** Returns the facts of this range joined with those of the next one, which replace earlier values. */
    public Facts then(Facts next) {
        Map<String, Fact> joined = new LinkedHashMap<>();
        all.forEach(fact -> joined.put(fact.identity(), fact));
        List<Outdated> replaced = new ArrayList<>(outdated);
        replaced.addAll(next.outdated);
        next.all.forEach(fact -> put(joined, fact, replaced));
        return new Facts(most(new ArrayList<>(joined.values())), newest(replaced));
    }

    /** Puts a fact that is said after those of the map at its end, unless an earlier one holds. */
    static void put(Map<String, Fact> facts, Fact fact, List<Outdated> replaced) {
        Fact earlier = facts.get(fact.identity());
        if (earlier == null) {
            facts.put(fact.identity(), fact);
        } else if (earlier.yieldsTo(fact)) {
            facts.remove(fact.identity());
            if (!earlier.value().equalsIgnoreCase(fact.value()) && Specifics.isDistinct(earlier.value())) {
                replaced.add(Outdated.of(earlier));
            }
            facts.put(fact.identity(), earlier.then(fact));
        }
    }

    /** Returns the replaced values without repetitions; of many, the newest. */
    static List<Outdated> newest(List<Outdated> replaced) {
        List<Outdated> once = new ArrayList<>(new TreeSet<>(replaced));
        return once.subList(Math.max(0, once.size() - MOST_OUTDATED), once.size());
    }

    /** Returns whether a sentence gives a key an earlier value of it only. */
    public boolean isOutdated(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return outdated.stream().anyMatch(earlier -> earlier.isSaidIn(lower) && !isHeld(earlier.key(), lower));
    }

    private boolean isHeld(String key, String sentence) {
        return all.stream()
                .filter(fact -> fact.key().equalsIgnoreCase(key))
                .anyMatch(fact -> Outdated.holds(sentence, fact.value().toLowerCase(Locale.ROOT)));
    }

    /** Returns the facts of the highest weight in their order; among equals the later ones. */
    static List<Fact> most(List<Fact> facts) {
        if (facts.size() <= MOST) {
            return facts;
        }
        List<Integer> places = new ArrayList<>();
        for (int i = facts.size() - 1; i >= 0; i--) {
            places.add(i);
        }
        places.sort(Comparator.comparingDouble(i -> -facts.get(i).weight()));
        Set<Integer> kept = new HashSet<>(places.subList(0, MOST));
        List<Fact> most = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            if (kept.contains(i)) {
                most.add(facts.get(i));
            }
        }
        return most;
    }
}
