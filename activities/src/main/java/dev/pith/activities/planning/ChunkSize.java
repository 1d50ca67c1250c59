package dev.pith.activities.planning;

import dev.pith.workflows.compaction.CompactionSpec;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Sizes;

/**
 * The size by which the head is cut.
 *
 * @param decision whether the head is read in one call, or in chunks for speed or by necessity
 * @param tokens the target size of a chunk
 */
public record ChunkSize(Decision decision, long tokens) {

    /** The fewest tokens for which a call of its own is worthwhile. */
    private static final int MIN_CHUNK = 15_000;

    /**
     * Chooses equal chunks: as many as can run in parallel if that is faster, more only if the head needs them.
     *
     * @param mostRead the most tokens that one call can read
     */
    public static ChunkSize of(long headTokens, long mostRead, CompactionSpec spec) {
        Sizes sizes = spec.sizes();
        int concurrency = spec.concurrency();
        boolean alone = concurrency == 1 && headTokens <= sizes.usableWindow();
        if (headTokens <= mostRead && (alone || headTokens <= sizes.singlePassMax())) {
            return new ChunkSize(Decision.SINGLE_PASS, headTokens);
        }
        long largest = Math.min(sizes.chunkMax(), mostRead);
        if (headTokens <= Math.min(sizes.usableWindow(), mostRead)) {
            long chunks = Math.max(2, Math.min(concurrency, headTokens / MIN_CHUNK));
            return new ChunkSize(Decision.PREEMPTIVE, Math.min(largest, divideUp(headTokens, chunks)));
        }
        long waves = divideUp(divideUp(headTokens, largest), concurrency);
        long worthIt = Math.max(divideUp(headTokens, largest), headTokens / MIN_CHUNK);
        long chunks = Math.min(waves * concurrency, Math.max(2, worthIt));
        return new ChunkSize(Decision.OVERSIZE, divideUp(headTokens, chunks));
    }

    /** Returns the quotient rounded up, for any positive divisor. */
    public static long divideUp(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }
}
