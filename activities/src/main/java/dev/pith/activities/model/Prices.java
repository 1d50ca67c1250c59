package dev.pith.activities.model;

import java.math.BigDecimal;

/**
 * The prices of an endpoint for a million tokens, in a currency of the user's choice; not negative.
 *
 * @param input for prompt tokens that were not cached
 * @param cachedInput for prompt tokens that the endpoint had in its cache
 * @param output for generated tokens, reasoning included
 */
public record Prices(BigDecimal input, BigDecimal cachedInput, BigDecimal output) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    public Prices {
        if (input.signum() < 0 || cachedInput.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException(
                    "prices are " + input + ", " + cachedInput + " and " + output + ", must not be negative");
        }
    }

    /** Returns the cost of a call; cached tokens are part of the prompt tokens. */
    public BigDecimal cost(Usage usage) {
        return input.multiply(BigDecimal.valueOf(usage.promptTokens() - usage.cachedTokens()))
                .add(cachedInput.multiply(BigDecimal.valueOf(usage.cachedTokens())))
                .add(output.multiply(BigDecimal.valueOf(usage.completionTokens())))
                .divide(MILLION);
    }
}
