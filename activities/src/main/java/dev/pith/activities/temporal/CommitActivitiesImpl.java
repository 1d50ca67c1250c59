package dev.pith.activities.temporal;

import dev.pith.activities.compaction.Committing;
import dev.pith.activities.store.Database;
import dev.pith.workflows.compaction.CommitActivities;
import dev.pith.workflows.compaction.CompactionRequest;
import dev.pith.workflows.compaction.CompactionResult;
import dev.pith.workflows.compaction.Outcome;
import org.jspecify.annotations.Nullable;

/** Implements {@link dev.pith.workflows.compaction.CommitActivities} over the store. */
public final class CommitActivitiesImpl implements CommitActivities {

    private final Committing committing;
    private final CompactionLog log;

    public CommitActivitiesImpl(Database database) {
        this.committing = new Committing(database);
        this.log = new CompactionLog(database);
    }

    @Override
    public CompactionResult commit(CompactionRequest request) {
        return log.ended(request, committing.commit(request));
    }

    @Override
    public CompactionResult preview(CompactionRequest request) {
        return log.ended(request, committing.preview(request));
    }

    @Override
    public CompactionResult end(
            CompactionRequest request, Outcome outcome, @Nullable String error, @Nullable String failure) {
        return log.ended(request, committing.end(request, outcome, error, failure));
    }
}
