package dev.pith.activities.gateway;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, and what it took.
 *
 * @param tokensCached the sent tokens that came from the endpoint's cache
 * @param estimated whether Pith counted the tokens itself
 * @param cost the cost; null if prices are unknown
 * @param error the provider's message; null without one
 */
public record CallEnd(
        CallOutcome outcome,
        long tokensIn,
        long tokensOut,
        long tokensCached,
        boolean estimated,
        @Nullable BigDecimal cost,
        long durationMs,
        @Nullable String error) {}
