package dev.pith.activities.store;

import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Outcome;
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
 * @param summary the staged or committed summary
 */
public record Compaction(
        String id,
        String conversation,
        String request,
        Strategy strategy,
        @Nullable Decision decision,
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
        RunState state,
        @Nullable Outcome outcome,
        boolean degraded,
        @Nullable String error,
        @Nullable String summary,
        Instant started,
        @Nullable Instant ended) {

    public Compaction {
        basis = List.copyOf(basis);
    }

    /**
     * How it ended.
     *
     * @throws IllegalStateException while it runs
     */
    public Outcome ending() {
        if (outcome == null) {
            throw new IllegalStateException("compaction " + id + " has not ended");
        }
        return outcome;
    }

    /** Whether it left something that stands: a context version, or a gist. */
    public boolean stands() {
        return toVersion != null || outcome == Outcome.COMPACTED || outcome == Outcome.COMPACTED_DEGRADED;
    }

    /** Whether it has not ended yet, as far as the store knows. */
    public boolean running() {
        return state == RunState.RUNNING;
    }
}
