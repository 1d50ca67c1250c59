package dev.pith.workflows.compaction;

import org.jspecify.annotations.Nullable;

/**
 * The result of a compaction in ids and numbers; its text is in the store.
 *
 * @param version the context version afterwards, which is new only if something was replaced
 * @param degraded whether a part was written without the requested model
 * @param error the reason; null if the outcome needs none
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
     * Returns whether it committed a new context version or a gist.
     *
     * @param fromVersion the version that it started from
     */
    boolean stands(int fromVersion) {
        return version > fromVersion || outcome == Outcome.COMPACTED || outcome == Outcome.COMPACTED_DEGRADED;
    }
}
