package dev.pith.activities.temporal;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends heartbeats while work runs, so that the work of a killed process is retried within seconds. */
final class Heartbeats {

    /** Well under the heartbeat time-out; short work ends before the first. */
    private static final long PERIOD_SECONDS = 3;

    private static final ScheduledExecutorService BEATS = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "pith-heartbeats");
        thread.setDaemon(true);
        return thread;
    });

    private Heartbeats() {}

    static <T> T during(Supplier<T> work) {
        return during(work, () -> {});
    }

    /**
     * Does the work.
     *
     * @param canceled what is done when a heartbeat learns that nobody wants the result any more
     */
    static <T> T during(Supplier<T> work, Runnable canceled) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        Future<?> beats = BEATS.scheduleAtFixedRate(
                () -> beat(context, canceled), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
        try {
            return work.get();
        } finally {
            beats.cancel(false);
        }
    }

    /** What it throws ends the beats and nothing else. */
    private static void beat(ActivityExecutionContext context, Runnable canceled) {
        try {
            context.heartbeat(null);
        } catch (ActivityCompletionException e) {
            canceled.run();
            throw e;
        }
    }
}
