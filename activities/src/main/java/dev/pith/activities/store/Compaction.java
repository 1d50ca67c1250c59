package dev.pith.activities.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A compaction as the store knows it.
 *
 * @param request what was asked, as JSON
 * @param headFrom first message of the head; null where there is none
 * @param headTo last message of the head
 * @param pinned the message of a person that must stand word for word in the summary
 * @param state running or ended
 * @param summary the staged or committed summary
 */
public record Compaction(
        String id,
        String conversation,
        String request,
        String strategy,
        @Nullable String decision,
        int fromVersion,
        @Nullable Integer toVersion,
        long mark,
        @Nullable Long headFrom,
        @Nullable Long headTo,
        @Nullable Long pinned,
        int chunks,
        long headTokens,
        int summaryBudget,
        int chunkBudget,
        long tokensBefore,
        @Nullable Long tokensAfter,
        String state,
        @Nullable String outcome,
        boolean degraded,
        @Nullable String error,
        @Nullable String summary,
        Instant started,
        @Nullable Instant ended) {

    /** Whether it has not ended yet, as far as the store knows. */
    public boolean running() {
        return state.equals("running");
    }
}
