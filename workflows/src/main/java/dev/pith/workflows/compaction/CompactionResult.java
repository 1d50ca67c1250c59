package dev.pith.workflows.compaction;

import org.jspecify.annotations.Nullable;

/**
 * How a compaction ended, in ids and numbers; its text is in the store.
 *
 * @param version the context version after it: a new one only where something was replaced
 * @param error why, where the outcome needs a reason
 */
public record CompactionResult(
        String id,
        Outcome outcome,
        int version,
        long tokensBefore,
        long tokensAfter,
        boolean degraded,
        @Nullable String error) {

    /**
     * Whether it left something that stands: a new context version, or a gist beside the conversation.
     *
     * @param fromVersion the version that it began at
     */
    boolean stands(int fromVersion) {
        return version > fromVersion || outcome == Outcome.COMPACTED || outcome == Outcome.COMPACTED_DEGRADED;
    }
}
