package dev.pith.activities.compaction;

import dev.pith.workflows.compaction.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a compaction ends.
 *
 * @param version the context version that it made; null where it replaced nothing
 * @param error why, where the outcome needs a reason
 */
record Ending(
        Outcome outcome,
        @Nullable Integer version,
        long tokensAfter,
        @Nullable String error) {}
