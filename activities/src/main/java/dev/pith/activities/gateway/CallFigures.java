package dev.pith.activities.gateway;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The figures of a group of calls. Calls that still run, were lost, or broke off after an answer may have begun count
 * with the most that they may have taken.
 *
 * @param tokensCached the sent tokens that came from the endpoint's cache
 * @param knownCost the cost of the calls with known prices
 * @param unpriced the number of calls without known prices
 * @param estimated the number of calls whose tokens Pith counted, because the endpoint did not or has not yet
 * @param unfit the number of calls with an unfit reply
 * @param failed the number of calls without a reply
 * @param lost the number of calls that ended with their process and may have been paid
 * @param redacted the number of secrets that were redacted
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

    /** The figures of no call. */
    public static final CallFigures NONE = new CallFigures(0, 0, 0, 0, BigDecimal.ZERO, 0, 0, 0, 0, 0, 0, 0);

    /** Returns the cost of all calls; empty, not zero, if the price of any is unknown. */
    public Optional<BigDecimal> cost() {
        return unpriced > 0 ? Optional.empty() : Optional.of(knownCost);
    }

    /** Returns the sums of both groups. */
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
