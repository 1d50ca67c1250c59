package dev.pith.workflows.compaction;

/**
 * What planning decided, in ids and counts; the chunk ranges stand in the store.
 *
 * @param fromVersion the context version that this compaction starts from and may replace
 * @param mark the last message it looks at
 * @param headTokens what the chunks hold together
 * @param tokensBefore what the whole context holds now
 * @param summaryBudget what the summary may take
 * @param chunkBudget what a chunk's summary may take
 * @param merges whether the chunk summaries must be merged; without it they are the summary as they stand
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
        boolean merges) {

    /** The same where a chunk had to be split, so that what it was to be alone is now in parts. */
    Plan merging() {
        return new Plan(
                decision, fromVersion, mark, chunks, headTokens, tokensBefore, summaryBudget, chunkBudget, true);
    }
}
