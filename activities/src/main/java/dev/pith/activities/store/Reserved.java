package dev.pith.activities.store;

import java.math.BigDecimal;

/** Tokens and cost reserved for one conversation or several. */
public record Reserved(long tokens, BigDecimal cost) {

    /** No tokens and no cost. */
    public static final Reserved NOTHING = new Reserved(0, BigDecimal.ZERO);

    /** Returns the sum of both reservations. */
    public Reserved plus(Reserved other) {
        return new Reserved(tokens + other.tokens, cost.add(other.cost));
    }
}
