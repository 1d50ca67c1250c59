package dev.pith.workflows.flush;

import dev.pith.workflows.model.Verdict;

/**
 * The result of an attempt at a range. If it is accepted, the memories are stored and the range is done.
 *
 * @param added new memories
 * @param merged extracted memories that were known
 * @param superseded earlier memories that were replaced
 */
public record Extracted(Verdict verdict, int added, int merged, int superseded) {

    /** A reply that is not fit: nothing was written. */
    public static Extracted unfit(Verdict verdict) {
        return new Extracted(verdict, 0, 0, 0);
    }
}
