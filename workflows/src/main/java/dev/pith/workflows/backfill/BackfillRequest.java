package dev.pith.workflows.backfill;

import java.util.Objects;

/**
 * A request to run a backfill.
 *
 * @param id the id of this request; a caller that attaches to a running backfill gets that one's request
 * @param name the name of the backfill: letters, digits, and . _ - between them, up to {@value #LONGEST_NAME}
 *     characters
 * @param maxInFlight the most conversations in flight at first, 1 to {@value #MOST_IN_FLIGHT}; not a part of the spec,
 *     since it can be changed while the backfill runs
 */
public record BackfillRequest(String id, String name, BackfillSpec spec, Taking taking, int maxInFlight) {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 80;

    /** The most conversations that one workflow can wait for and pass on when it continues as new. */
    public static final int MOST_IN_FLIGHT = 500;

    /** The items that a run begins with. */
    public enum Taking {
        /** All conversations that the selection matches now. */
        ALL,
        /** The items that the earlier run left undone, degraded or failed. */
        FAILED
    }

    public BackfillRequest {
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(taking, "taking");
        if (name.isEmpty() || name.length() > LONGEST_NAME || !isWellFormed(name)) {
            throw new IllegalArgumentException("the name of a backfill is \"" + name
                    + "\", must be letters, digits, and . _ - between them, up to " + LONGEST_NAME + " characters");
        }
        requireInFlight(maxInFlight);
    }

    /**
     * Checks a number of conversations in flight.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public static void requireInFlight(int maxInFlight) {
        if (maxInFlight < 1 || maxInFlight > MOST_IN_FLIGHT) {
            throw new IllegalArgumentException(
                    "conversations in flight are " + maxInFlight + ", must be 1 to " + MOST_IN_FLIGHT);
        }
    }

    private static boolean isWellFormed(String name) {
        for (int i = 0; i < name.length(); i++) {
            char at = name.charAt(i);
            boolean plain = (at >= 'a' && at <= 'z') || (at >= 'A' && at <= 'Z') || (at >= '0' && at <= '9');
            boolean inside = i > 0 && i < name.length() - 1;
            if (!plain && !(inside && (at == '.' || at == '_' || at == '-'))) {
                return false;
            }
        }
        return true;
    }
}
