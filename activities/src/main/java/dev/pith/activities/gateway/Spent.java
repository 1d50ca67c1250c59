package dev.pith.activities.gateway;

import java.math.BigDecimal;

/**
 * What calls took, those included that are still running, with the most they may take.
 *
 * @param unpriced how many of them have no known price
 */
public record Spent(long calls, long tokensIn, long tokensOut, BigDecimal cost, long unpriced) {

    /** Sent and received together. */
    public long tokens() {
        return tokensIn + tokensOut;
    }
}
