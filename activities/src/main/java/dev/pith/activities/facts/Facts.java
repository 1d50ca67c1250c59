package dev.pith.activities.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The facts of a range of a conversation, in the order in which they were last said. Immutable.
 *
 * @param all at most {@link #MOST} facts of different identities
 */
public record Facts(List<Fact> all) {

    /** The most facts of a range. */
    public static final int MOST = 1_000;

    /** The facts of an empty range. */
    public static final Facts NONE = new Facts(List.of());

    public Facts {
        all = List.copyOf(all);
    }

    /** Returns the facts of this range joined with those of the next one, which replace earlier values. */
    public Facts then(Facts next) {
        Map<String, Fact> joined = new LinkedHashMap<>();
        all.forEach(fact -> joined.put(fact.identity(), fact));
        next.all.forEach(fact -> put(joined, fact));
        return new Facts(most(new ArrayList<>(joined.values())));
    }

    /** Puts a fact that is said after those of the map at its end, unless an earlier one holds. */
    static void put(Map<String, Fact> facts, Fact fact) {
        Fact earlier = facts.get(fact.identity());
        if (earlier == null) {
            facts.put(fact.identity(), fact);
        } else if (earlier.yieldsTo(fact)) {
            facts.remove(fact.identity());
            facts.put(fact.identity(), earlier.then(fact));
        }
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
