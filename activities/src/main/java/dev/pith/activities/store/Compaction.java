package dev.pith.activities.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compaction as the store knows it.
 *
 * @param request what was asked, as JSON
 * @param fromGist the gist that the conversation had when it was planned
 * @param basis the summaries that it brings up to date, in order
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
        @Nullable String fromGist,
        List<String> basis,
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

    public Compaction {
        basis = List.copyOf(basis);
    }

    /** Whether it left something that stands: a context version, or a gist. */
    public boolean stands() {
        return toVersion != null || "COMPACTED".equals(outcome) || "COMPACTED_DEGRADED".equals(outcome);
    }

    /** Whether it has not ended yet, as far as the store knows. */
    public boolean running() {
        return state.equals("running");
    }
}
