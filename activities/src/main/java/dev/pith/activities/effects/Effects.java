package dev.pith.activities.effects;

import dev.pith.activities.effects.Effect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The newest effects that hold, oldest first. Immutable.
 *
 * @param edited the files that were edited since the last commit, oldest first
 */
public record Effects(List<Effect> effects, List<String> edited) {

    static final int MOST = 24;

    public static final Effects NONE = new Effects(List.of(), List.of());

    public Effects {
        effects = List.copyOf(effects);
        edited = List.copyOf(edited);
    }

    /**
     * Returns those to tell. What a person stopped is told until the next request, which tells what to do instead; what
     * would have lasted, until the request after that.
     *
     * @param last the number of the last request
     * @param secondLast the number of the request before it
     */
    public List<Effect> after(long last, long secondLast) {
        return effects.stream()
                .filter(effect -> switch (effect.kind()) {
                    case HALTED -> effect.seq() > last;
                    case REFUSED -> effect.seq() > secondLast;
                    // What amends a commit that was made before all that was read has no subject of its own.
                    case AMENDED -> !effect.text().isEmpty();
                    default -> true;
                })
                .toList();
    }

    /** Returns these and a later one, without those that hold no longer. */
    Effects plus(Effect effect) {
        List<Effect> joined = new ArrayList<>(effects);
        if (effect.kind() == Kind.AMENDED) {
            amend(joined, effect);
        } else {
            joined.removeIf(effect::voids);
            joined.add(effect);
        }
        if (effect.kind() == Kind.REBASED) {
            joined.replaceAll(one -> one.key().equals(effect.key()) ? one.rebased() : one);
        }
        return new Effects(newest(joined), effect.isCommit() ? List.of() : edited);
    }

    /** Replaces the commit that was amended; if it was made before what was read, the amended one waits for that. */
    private static void amend(List<Effect> effects, Effect amended) {
        int last = IntStream.range(0, effects.size())
                .filter(i -> effects.get(i).isCommit() && amended.voids(effects.get(i)))
                .max()
                .orElse(-1);
        Effect told = last < 0 ? amended : amended.amending(effects.remove(last));
        effects.removeIf(one -> !one.isCommit() && amended.voids(one));
        effects.add(told);
    }

    /** Returns the same after an edit of a file. */
    Effects edit(String file) {
        List<String> files = new ArrayList<>(edited);
        files.remove(file);
        files.add(file);
        return new Effects(effects, newest(files));
    }

    /** Returns whether there is a commit among them. */
    public boolean hasCommit() {
        return lastCommit() >= 0;
    }

    /** Returns the number of the message that made the last commit; negative without one. */
    long lastCommit() {
        return effects.stream()
                .filter(Effect::isCommit)
                .mapToLong(Effect::seq)
                .max()
                .orElse(-1);
    }

    private static <T> List<T> newest(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    /** Returns these and those of what was read next. */
    public Effects then(Effects next) {
        Effects joined = this;
        for (Effect effect : next.effects) {
            joined = joined.plus(effect);
        }
        for (String file : next.edited) {
            joined = joined.edit(file);
        }
        return joined;
    }
}
