package dev.pith.workflows.model;

import java.util.Objects;

/**
 * Where a text stands on the ladder.
 *
 * @param room how many times the usual room an answer has: 1, or 2 after one that its length or its reasoning cut off
 */
public record Step(Rung rung, int room) {

    /** The end of the ladder. It needs no model and always writes a fit text. */
    public static final Step WITHOUT_MODEL = new Step(Rung.EXTRACTIVE, 1);

    /** Its beginning where a model writes. */
    public static final Step FIRST = new Step(Rung.NORMAL, 1);

    private static final int MOST_ROOM = 2;

    public Step {
        Objects.requireNonNull(rung, "rung");
        if (room < 1 || room > MOST_ROOM) {
            throw new IllegalArgumentException("room is " + room + " times the usual, must be 1 or " + MOST_ROOM);
        }
    }

    /** For users: what became of a reply here. */
    public String words(Verdict verdict) {
        return "the reply " + verdict.words() + (rung == Rung.AGGRESSIVE ? ", also when asked for less" : "");
    }

    /** The next step after a text that was not fit. What was learnt about room is kept. */
    public Step after(Verdict verdict) {
        if (verdict.wantsRoom() && room < MOST_ROOM) {
            return new Step(rung, MOST_ROOM);
        }
        return rung == Rung.NORMAL ? new Step(Rung.AGGRESSIVE, room) : WITHOUT_MODEL;
    }
}
