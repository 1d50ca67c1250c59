package dev.pith.activities.compaction;

import dev.pith.workflows.compaction.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The end of a compaction.
 *
 * @param version the new context version; null where nothing was replaced
 * @param error the reason, where the outcome needs one
 */
record Ending(
        Outcome outcome,
        @Nullable Integer version,
        long tokensAfter,
        @Nullable String error) {}
