package dev.pith.workflows.flush;

import dev.pith.workflows.model.Verdict;

/**
 * The result of an attempt at a range. If it is accepted, the memories are stored and the range is done.
 *
 * @param added the number of new memories
 * @param merged the number of extracted memories that were already known
 * @param superseded the number of earlier memories that were replaced
 */
public record Extracted(Verdict verdict, int added, int merged, int superseded) {

    /** Returns the result of an unfit reply: nothing was written. */
    public static Extracted unfit(Verdict verdict) {
        return new Extracted(verdict, 0, 0, 0);
    }
}
