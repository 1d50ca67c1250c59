package dev.pith.activities.summarizing;

import dev.pith.activities.effects.Effect;
import dev.pith.activities.tokens.TokenCounter;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Selects the effects to print: the newest commit, push and address, then the others without a gap, newest first.
 *
 * @param branch the branch that is told above them; null if none is
 */
record EffectLines(TokenCounter counter, @Nullable String branch) {

    private static final int MOST = 8;

    /**
     * Returns the lines, oldest first.
     *
     * @param effects those to tell, oldest first
     * @param room the most tokens
     */
    List<String> of(List<Effect> effects, int room) {
        Set<Integer> newest = newest(effects);
        Set<Integer> order = new LinkedHashSet<>(newest);
        for (int i = effects.size() - 1; i >= 0; i--) {
            order.add(i);
        }
        Set<Integer> chosen = new TreeSet<>();
        int left = room;
        for (int i : order) {
            int tokens = counter.strict(effects.get(i).line(branch)) + 1;
            if (tokens <= left && chosen.size() < MOST) {
                chosen.add(i);
                left -= tokens;
            } else if (!newest.contains(i)) {
                break;
            }
        }
        return chosen.stream().map(i -> effects.get(i).line(branch)).toList();
    }

    /** Returns the places of the newest of each kind that changes what others see, newest first. */
    private static Set<Integer> newest(List<Effect> effects) {
        Set<Effect.Kind> seen = EnumSet.noneOf(Effect.Kind.class);
        Set<Integer> places = new LinkedHashSet<>();
        for (int i = effects.size() - 1; i >= 0; i--) {
            Effect.Kind trail = effects.get(i).trail();
            if (trail != null && seen.add(trail)) {
                places.add(i);
            }
        }
        return places;
    }
}
