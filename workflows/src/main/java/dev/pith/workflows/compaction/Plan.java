package dev.pith.workflows.compaction;

/**
 * What planning decided, in ids and counts; the chunk ranges stand in the store.
 *
 * @param fromVersion the context version that this compaction starts from and may replace
 * @param mark the last message it looks at
 * @param headTokens what the chunks hold together
 * @param tokensBefore what the whole context holds now
 * @param summaryBudget what the summary may take
 * @param chunkBudget what a chunk's summary should take
 * @param standBudget what several chunk summaries may take to stand as the summary; 0 where an earlier one must be updated
 * @param mergeInput what one merge can read
 * @param merges whether even one chunk's summary must be merged: with an earlier summary, or with a request word for word
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
        boolean merges) {

    /** Whether chunk summaries must be merged, now that it is known what they take. */
    boolean merges(Written written) {
        return merges || (written.texts() > 1 && written.tokens() > standBudget);
    }
}
