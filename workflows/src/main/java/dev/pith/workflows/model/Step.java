package dev.pith.workflows.model;

import java.util.Objects;

/**
 * A position on the ladder.
 *
 * @param room the factor of the usual output limit: 1, or 2 after a reply that exhausted the limit by its length or
 *     reasoning
 */
public record Step(Rung rung, int room) {

    /** The last step, which needs no model and always succeeds. */
    public static final Step WITHOUT_MODEL = new Step(Rung.EXTRACTIVE, 1);

    /** The first step with a model. */
    public static final Step FIRST = new Step(Rung.NORMAL, 1);

    private static final int MOST_ROOM = 2;

    public Step {
        Objects.requireNonNull(rung, "rung");
        if (room < 1 || room > MOST_ROOM) {
            throw new IllegalArgumentException("room is " + room + " times the usual, must be 1 or " + MOST_ROOM);
        }
    }

    /** Returns a description of the verdict on a reply at this step, for users. */
    public String words(Verdict verdict) {
        return "the reply " + verdict.words() + (rung == Rung.AGGRESSIVE ? ", also when asked for less" : "");
    }

    /**
     * Returns the next step after a rejected text: first doubles the output limit if that may help, then takes the next
     * rung and keeps the factor.
     */
    public Step after(Verdict verdict) {
        if (verdict.wantsRoom() && room < MOST_ROOM) {
            return new Step(rung, MOST_ROOM);
        }
        return rung == Rung.NORMAL ? new Step(Rung.AGGRESSIVE, room) : WITHOUT_MODEL;
    }
}
