package dev.pith.workflows.compaction;

/**
 * The result of planning, in ids and counts. The chunk ranges are in the store.
 *
 * @param fromVersion the context version that this compaction starts from and may replace
 * @param mark the last message that the compaction covers or keeps
 * @param chunks the number of chunks
 * @param headTokens the tokens of all chunks
 * @param tokensBefore the tokens of the context now
 * @param summaryBudget the most tokens of the summary
 * @param chunkBudget the target tokens of a chunk summary
 * @param standBudget the most tokens of chunk summaries that can be joined unmerged; 0 if an earlier summary must be
 *     updated
 * @param mergeInput the most tokens that one merge can read
 * @param contextTarget the most tokens of the whole context afterwards; 0 without a target
 * @param merges whether even a single chunk summary must be merged, with an earlier summary or a pinned request
 */
public record Plan(
        Decision decision,
        int fromVersion,
        long mark,
        int chunks,
        long headTokens,
        long tokensBefore,
        int summaryBudget,
        int chunkBudget,
        int standBudget,
        int mergeInput,
        long contextTarget,
        boolean merges) {

    /** Returns whether shorter results of tools are tried before a model or summarizer reads anything. */
    public boolean prunesFirst() {
        return decision == Decision.PRUNE || (contextTarget > 0 && tokensBefore > contextTarget);
    }

    /** Returns whether the written chunk summaries must be merged. */
    boolean merges(Written written) {
        return merges || (written.texts() > 1 && written.tokens() > standBudget);
    }
}
