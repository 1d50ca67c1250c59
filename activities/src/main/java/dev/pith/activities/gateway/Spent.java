package dev.pith.activities.gateway;

import java.math.BigDecimal;

/**
 * What calls took; running ones count with the most that they may take.
 *
 * @param cost the cost of the calls with known prices
 * @param unpriced the number of calls without known prices
 */
public record Spent(long calls, long tokensIn, long tokensOut, BigDecimal cost, long unpriced) {

    /** Returns the tokens sent and received together. */
    public long tokens() {
        return tokensIn + tokensOut;
    }
}
