package dev.pith.starter.config;

import dev.pith.activities.automatic.Fullness;
import java.util.Optional;

/** Parses the share of a window from which on a context is compacted automatically. */
final class ThresholdShare {

    /** The rule, for messages that name the value. */
    static final String RULE = "must be a number from " + Fullness.MIN_SHARE + " to " + Fullness.MAX_SHARE
            + ", such as 0.85 for 85 % of the window";

    private ThresholdShare() {}

    /** Returns the share; empty if the text is none. */
    static Optional<Double> of(String text) {
        try {
            double share = Double.parseDouble(text.strip());
            return share >= Fullness.MIN_SHARE && share <= Fullness.MAX_SHARE ? Optional.of(share) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
