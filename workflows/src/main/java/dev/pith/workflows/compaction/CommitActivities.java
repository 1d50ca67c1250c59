package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;
import org.jspecify.annotations.Nullable;

/** The activities that end a compaction in the store. All are idempotent. */
@ActivityInterface
public interface CommitActivities {

    /**
     * Replaces the head by the staged summary, or by the only chunk's if nothing was merged, in one transaction, if the
     * context version is still the pinned one. A gist replaces the earlier gist. Repeated, it returns the first result.
     */
    CompactionResult commit(CompactionRequest request);

    /** Stages the summary that {@link #commit} would use, and ends the compaction as previewed: replaces nothing. */
    CompactionResult preview(CompactionRequest request);

    /**
     * Records an outcome that replaces nothing. An ended compaction keeps its outcome.
     *
     * @param error the reason; null if the outcome needs none
     * @param failure the type of the failure by its name; null without a failure, or if it has no type
     */
    CompactionResult end(CompactionRequest request, Outcome outcome, @Nullable String error, @Nullable String failure);
}
