package dev.pith.activities.compaction;

import dev.pith.workflows.compaction.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The end of a compaction.
 *
 * @param version the new context version; null if none was written
 * @param error the reason; null if the outcome needs none
 */
record Ending(
        Outcome outcome,
        @Nullable Integer version,
        long tokensAfter,
        @Nullable String error) {}
