package dev.pith.workflows.compaction;

import java.util.EnumSet;
import java.util.Set;

/** How a compaction ended. Every compaction ends with exactly one of these. */
public enum Outcome {
    /** The context is smaller, or the gist stands beside it. */
    COMPACTED,
    /** Compacted, but at least one part was written without the model that was asked for. */
    COMPACTED_DEGRADED,
    /** Its summary is written and can be applied; nothing was replaced. */
    PREVIEWED,
    /** The conversation fits into what a compaction keeps word for word, or its gist is up to date. */
    NOTHING_TO_DO,
    /** It could not get under the target; what could be saved was saved. */
    IRREDUCIBLE,
    OVER_BUDGET,
    /** The context changed underneath; nothing was replaced. */
    SUPERSEDED,
    CANCELED,
    /** Its workflow is gone; a new run reuses the chunk summaries. */
    INTERRUPTED,
    FAILED;

    private static final Set<Outcome> COMPLETE =
            EnumSet.of(COMPACTED, COMPACTED_DEGRADED, PREVIEWED, NOTHING_TO_DO, IRREDUCIBLE);

    /** Whether the compaction went through all of its steps. */
    boolean isComplete() {
        return COMPLETE.contains(this);
    }
}
