package dev.pith.activities.gateway;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, and what it took.
 *
 * @param outcome a verdict on its reply, or the kind of its failure
 * @param estimated Pith counted the tokens itself
 * @param error the provider's own words
 */
public record CallEnd(
        String outcome,
        long tokensIn,
        long tokensOut,
        long tokensCached,
        boolean estimated,
        @Nullable BigDecimal cost,
        long durationMs,
        @Nullable String error) {}
