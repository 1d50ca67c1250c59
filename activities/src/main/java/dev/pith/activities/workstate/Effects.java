package dev.pith.activities.workstate;

import dev.pith.activities.workstate.Effect.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The newest effects that hold, oldest first. Immutable. */
public record Effects(List<Effect> effects) {

    static final int MOST = 24;

    public static final Effects NONE = new Effects(List.of());

    public Effects {
        effects = effects == null ? List.of() : List.copyOf(effects);
    }

    /** Returns those to tell, if the last request of a person has such a number: it tells what to do instead of a halted act. */
    public List<Effect> since(long lastRequest) {
        return effects.stream()
                .filter(effect -> effect.kind() != Kind.HALTED || effect.seq() > lastRequest)
                .toList();
    }

    /** Returns these and a later one, without those that hold no longer. */
    Effects plus(Effect effect) {
        List<Effect> joined = new ArrayList<>(effects);
        if (effect.kind() == Kind.AMENDED) {
            int amended = IntStream.range(0, joined.size())
                    .filter(i -> effect.voids(joined.get(i)))
                    .max()
                    .orElse(-1);
            if (amended >= 0) {
                joined.remove(amended);
            }
        } else {
            joined.removeIf(effect::voids);
        }
        if (effect.kind() == Kind.REBASED) {
            joined.replaceAll(one -> one.isCommit() && one.key().equals(effect.key()) ? one.withoutHash() : one);
        }
        joined.add(effect);
        return new Effects(joined.subList(Math.max(0, joined.size() - MOST), joined.size()));
    }

    Effects then(Effects next) {
        Effects joined = this;
        for (Effect effect : next.effects) {
            joined = joined.plus(effect);
        }
        return joined;
    }
}
