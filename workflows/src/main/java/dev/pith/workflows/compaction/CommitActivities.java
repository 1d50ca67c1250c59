package dev.pith.workflows.compaction;

import io.temporal.activity.ActivityInterface;
import org.jspecify.annotations.Nullable;

/** What ends a compaction in the store. */
@ActivityInterface
public interface CommitActivities {

    /**
     * Replaces the head by the staged summary, or by the only chunk's where nothing was merged, in one transaction, if
     * the context version is still the pinned one; a gist takes the place of the earlier one. A retry finds its own commit.
     */
    CompactionResult commit(CompactionRequest request);

    /** Stages the summary as {@link #commit} would use it, and ends the compaction as previewed: nothing is replaced. */
    CompactionResult preview(CompactionRequest request);

    /**
     * Records an outcome that replaced nothing. A compaction that has ended keeps the outcome it has.
     *
     * @param failure the type of what failed, by its name; null where nothing did, or nobody gave it one
     */
    CompactionResult end(CompactionRequest request, Outcome outcome, @Nullable String error, @Nullable String failure);
}
