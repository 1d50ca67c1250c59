package dev.pith.workflows.backfill;

import java.math.BigDecimal;

/**
 * The highest prices of a million tokens, in the currency of the profile's prices.
 *
 * @param input the price of sent tokens
 * @param output the price of received tokens, reasoning included
 */
public record Rates(BigDecimal input, BigDecimal output) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public Rates {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("rates are " + input + " and " + output + ", must not be negative");
        }
    }

    /** Returns the cost of these tokens. */
    public BigDecimal cost(long tokensIn, long tokensOut) {
        return input.multiply(BigDecimal.valueOf(tokensIn))
                .add(output.multiply(BigDecimal.valueOf(tokensOut)))
                .divide(MILLION);
    }
}
