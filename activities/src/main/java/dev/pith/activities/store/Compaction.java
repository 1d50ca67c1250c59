package dev.pith.activities.store;

import dev.pith.workflows.Strategy;
import dev.pith.workflows.compaction.Decision;
import dev.pith.workflows.compaction.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code compaction}.
 *
 * @param request the compaction's specification as JSON
 * @param decision the planner's decision; null until the compaction is planned
 * @param fromVersion the context version that it was planned on
 * @param toVersion the context version that it committed; null if it committed none
 * @param fromGist the gist that the conversation had when the compaction was planned; null if it had none
 * @param basis the summaries that it updates, in order
 * @param mark the last message when it was planned
 * @param headFrom the first message of the head; null if there is no head
 * @param headTo the last message of the head; null if there is no head
 * @param pinned the message of a person that the summary must contain verbatim; null if there is none
 * @param outcome how it ended; null while it runs
 * @param summary the staged or committed summary; null if there is none
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
     * Returns how the compaction ended.
     *
     * @throws IllegalStateException if it is still running
     */
    public Outcome ending() {
        if (outcome == null) {
            throw new IllegalStateException("compaction " + id + " has not ended");
        }
        return outcome;
    }

    /** Returns whether the compaction has a result in use: a context version, or a gist. */
    public boolean stands() {
        return toVersion != null || outcome == Outcome.COMPACTED || outcome == Outcome.COMPACTED_DEGRADED;
    }

    /** Returns whether the compaction is recorded as running. */
    public boolean running() {
        return state == RunState.RUNNING;
    }
}
