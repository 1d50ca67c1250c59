package dev.pith.activities.temporal;

import dev.pith.activities.memory.Flushing;
import dev.pith.activities.store.Database;
import dev.pith.workflows.flush.Due;
import dev.pith.workflows.flush.FlushActivities;
import dev.pith.workflows.flush.FlushRange;
import java.util.function.Supplier;

/** Implements {@link dev.pith.workflows.flush.FlushActivities} over the store. */
public final class FlushActivitiesImpl implements FlushActivities {

    private final Flushing flushing;

    public FlushActivitiesImpl(Database database) {
        this.flushing = new Flushing(database);
    }

    @Override
    public Due next(String conversation) {
        return done(() -> flushing.next(conversation));
    }

    @Override
    public void postpone(FlushRange range, long millis, String why) {
        done(() -> {
            flushing.postpone(range, millis, why);
            return true;
        });
    }

    @Override
    public void failed(FlushRange range, String why) {
        done(() -> {
            flushing.failed(range, why);
            return true;
        });
    }

    @Override
    public boolean split(FlushRange range) {
        return done(() -> flushing.split(range));
    }

    private static <T> T done(Supplier<T> work) {
        return Failures.translated(() -> Heartbeats.during(work));
    }
}
