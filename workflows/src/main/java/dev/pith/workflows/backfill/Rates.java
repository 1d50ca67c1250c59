package dev.pith.workflows.backfill;

import java.math.BigDecimal;

/**
 * What tokens cost at most, in the currency of the profile's prices for a million of them.
 *
 * @param input what is sent
 * @param output what comes back, reasoning included
 */
public record Rates(BigDecimal input, BigDecimal output) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public Rates {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("rates are " + input + " and " + output + ", must not be negative");
        }
    }

    /** What so many tokens cost. */
    public BigDecimal cost(long tokensIn, long tokensOut) {
        return input.multiply(BigDecimal.valueOf(tokensIn))
                .add(output.multiply(BigDecimal.valueOf(tokensOut)))
                .divide(MILLION);
    }
}
