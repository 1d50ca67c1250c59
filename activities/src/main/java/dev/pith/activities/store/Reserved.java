package dev.pith.activities.store;

import java.math.BigDecimal;

/** What a conversation may take, or several together. */
public record Reserved(long tokens, BigDecimal cost) {

    /** Nothing. */
    public static final Reserved NOTHING = new Reserved(0, BigDecimal.ZERO);

    /** Both together. */
    public Reserved plus(Reserved other) {
        return new Reserved(tokens + other.tokens, cost.add(other.cost));
    }
}
