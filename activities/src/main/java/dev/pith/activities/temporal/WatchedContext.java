package dev.pith.activities.temporal;

import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.gateway.CancellationToken;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityExecutionContextBase;
import java.time.Duration;
import java.time.Instant;

/** The context of a running activity, with the token that cancels its attempt. Thread-safe. */
final class WatchedContext extends ActivityExecutionContextBase {

    /** Work that ends within this time sends no progress, since Temporal writes each heartbeat. */
    private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();

    private final CancellationToken cancellationToken;
    private final long began = System.nanoTime();

    WatchedContext(ActivityExecutionContext outer) {
        super(outer);
        this.cancellationToken = new CancellationToken(getInfo().getPriority().getPriorityKey());
    }

    /**
     * Returns the attempt of the activity that runs on this thread; it is due since the activity was scheduled.
     *
     * @throws ClassCastException if the worker has no {@link ActivityGuard}
     */
    static Attempt attempt() {
        WatchedContext context = (WatchedContext) Activity.getExecutionContext();
        Instant due = Instant.ofEpochMilli(context.getInfo().getScheduledTimestamp());
        return new Attempt(due, context.cancellationToken, context::progressed);
    }

    /** Cancels the attempt: a running model call is cut. */
    void cancel() {
        cancellationToken.now();
    }

    private void progressed(long seq) {
        if (System.nanoTime() - began > QUIET_NANOS) {
            heartbeat(seq);
        }
    }
}
