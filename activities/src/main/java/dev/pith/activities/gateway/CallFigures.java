package dev.pith.activities.gateway;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a group of calls took. Those that still run, that were lost, or that broke off after an answer may have begun, count
 * with the most that they may have taken.
 *
 * @param tokensCached how many of those sent came from the endpoint's cache
 * @param knownCost of the calls whose price is known
 * @param unpriced how many have no known price
 * @param estimated of how many Pith counted the tokens, because the endpoint did not or has not yet
 * @param unfit how many were answered with what must not become a summary
 * @param failed how many were not answered
 * @param lost how many ended with their process; they may have been paid
 * @param redacted how many secrets were taken out of what was sent
 */
public record CallFigures(
        long calls,
        long tokensIn,
        long tokensOut,
        long tokensCached,
        BigDecimal knownCost,
        long unpriced,
        long estimated,
        long running,
        long unfit,
        long failed,
        long lost,
        long redacted) {

    /** Of no call at all. */
    public static final CallFigures NONE = new CallFigures(0, 0, 0, 0, BigDecimal.ZERO, 0, 0, 0, 0, 0, 0, 0);

    /** What all calls cost; empty where the price of any is unknown, which is not the same as nothing. */
    public Optional<BigDecimal> cost() {
        return unpriced > 0 ? Optional.empty() : Optional.of(knownCost);
    }

    /** Both groups together. */
    public CallFigures plus(CallFigures other) {
        return new CallFigures(
                calls + other.calls,
                tokensIn + other.tokensIn,
                tokensOut + other.tokensOut,
                tokensCached + other.tokensCached,
                knownCost.add(other.knownCost),
                unpriced + other.unpriced,
                estimated + other.estimated,
                running + other.running,
                unfit + other.unfit,
                failed + other.failed,
                lost + other.lost,
                redacted + other.redacted);
    }
}
