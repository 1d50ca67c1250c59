package dev.pith.activities.temporal;

import dev.pith.activities.memory.Flushing;
import dev.pith.activities.store.Database;
import dev.pith.workflows.flush.Due;
import dev.pith.workflows.flush.FlushActivities;
import dev.pith.workflows.flush.FlushRange;

/** Implements {@link dev.pith.workflows.flush.FlushActivities} over the store. */
public final class FlushActivitiesImpl implements FlushActivities {

    private final Flushing flushing;

    public FlushActivitiesImpl(Database database) {
        this.flushing = new Flushing(database);
    }

    @Override
    public Due next(String conversation) {
        return flushing.next(conversation);
    }

    @Override
    public void postpone(FlushRange range, long millis, String why) {
        flushing.postpone(range, millis, why);
    }

    @Override
    public void failed(FlushRange range, String why) {
        flushing.failed(range, why);
    }

    @Override
    public boolean split(FlushRange range) {
        return flushing.split(range);
    }
}
