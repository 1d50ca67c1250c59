package dev.pith.workflows.backfill;

import java.util.Objects;

/**
 * One request to run a backfill.
 *
 * @param id names this request; one that attaches to a running backfill is told that one's request
 * @param name names the backfill: letters, digits, and . _ - between them, up to {@value #LONGEST_NAME} characters
 * @param maxInFlight how many conversations are worked on at the same time at first, 1 to {@value #MOST_IN_FLIGHT}; it can be
 *     changed while the backfill runs, and so is no part of what is asked for
 */
public record BackfillRequest(String id, String name, BackfillSpec spec, Taking taking, int maxInFlight) {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 80;

    /** As many as one workflow may wait for and carry over when it continues as new. */
    public static final int MOST_IN_FLIGHT = 500;

    /** What a run begins with. */
    public enum Taking {
        /** Everything that is selected now. */
        ALL,
        /** What the run before left undone. */
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
     * @throws IllegalArgumentException where it is not possible
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
