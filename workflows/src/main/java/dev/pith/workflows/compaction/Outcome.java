package dev.pith.workflows.compaction;

import java.util.EnumSet;
import java.util.Set;

/** The outcome of a compaction; each has exactly one. */
public enum Outcome {
    /** The head was replaced, or the gist written. The context is smaller, unless a degraded summary was rebuilt. */
    COMPACTED,
    /** Compacted, but at least one part was written without the requested model. */
    COMPACTED_DEGRADED,
    /** The summary is written and can be applied; nothing was replaced. */
    PREVIEWED,
    /** Nothing to do: the conversation fits into the kept tail, or its gist is up to date. */
    NOTHING_TO_DO,
    /**
     * The context could not be made short enough, or the summary exceeds its target; the reason says why. The head was
     * replaced only if the result has a new version.
     */
    IRREDUCIBLE,
    /** A limit on cost or tokens was reached; nothing was replaced. */
    OVER_BUDGET,
    /** The context changed meanwhile; nothing was replaced. */
    SUPERSEDED,
    CANCELED,
    /** The workflow terminated without recording an outcome; a new run reuses the chunk summaries. */
    INTERRUPTED,
    FAILED;

    private static final Set<Outcome> COMPLETE =
            EnumSet.of(COMPACTED, COMPACTED_DEGRADED, PREVIEWED, NOTHING_TO_DO, IRREDUCIBLE);

    /** Returns whether the compaction went through all of its steps. */
    boolean isComplete() {
        return COMPLETE.contains(this);
    }
}
