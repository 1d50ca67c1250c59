package dev.pith.workflows.flush;

import dev.pith.workflows.model.Verdict;

/**
 * What an attempt at a range came to. Where it is fit, the memories are in the store and the range is done.
 *
 * @param added memories that are new
 * @param merged found ones that were known already
 * @param superseded earlier ones whose place a new one took
 */
public record Extracted(Verdict verdict, int added, int merged, int superseded) {

    /** A reply that is not fit: nothing was written. */
    public static Extracted unfit(Verdict verdict) {
        return new Extracted(verdict, 0, 0, 0);
    }
}
