package dev.pith.activities.planning;

import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Sizes;

/**
 * How the head is to be cut.
 *
 * @param tokens what each chunk should hold, about
 */
public record ChunkSize(Decision decision, long tokens) {

    /** A chunk smaller than this is not worth a call of its own. */
    private static final int MIN_CHUNK = 15_000;

    /** Equal chunks: as many as can run at the same time where that is faster, more only where the head needs them. */
    public static ChunkSize of(long headTokens, Sizes sizes, int concurrency) {
        if (headTokens <= sizes.singlePassMax()) {
            return new ChunkSize(Decision.SINGLE_PASS, headTokens);
        }
        if (headTokens <= sizes.usableWindow()) {
            long chunks = Math.max(2, Math.min(concurrency, headTokens / MIN_CHUNK));
            return new ChunkSize(Decision.PREEMPTIVE, Math.min(sizes.chunkMax(), divideUp(headTokens, chunks)));
        }
        long waves = divideUp(divideUp(headTokens, sizes.chunkMax()), concurrency);
        return new ChunkSize(Decision.OVERSIZE, divideUp(headTokens, waves * concurrency));
    }

    private static long divideUp(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
