package dev.pith.activities.temporal;

import io.temporal.client.ActivityCompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends heartbeats while work runs, so that the work of a killed process is retried within seconds. */
final class Heartbeats {

    /** Well below the heartbeat timeout; short work ends before the first heartbeat. */
    private static final long PERIOD_SECONDS = 3;

    private static final ScheduledExecutorService BEATS = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "pith-heartbeats");
        thread.setDaemon(true);
        return thread;
    });

    private Heartbeats() {}

    /** Runs work and sends heartbeats until it ends. Cancels its attempt if Temporal canceled it or gave it up. */
    static <T> T during(WatchedContext context, Supplier<T> work) {
        Future<?> beats =
                BEATS.scheduleAtFixedRate(() -> beat(context), PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
        try {
            return work.get();
        } finally {
            beats.cancel(false);
        }
    }

    /** Sends a heartbeat. An exception ends further heartbeats, but not the work. */
    private static void beat(WatchedContext context) {
        try {
            context.heartbeat(null);
        } catch (ActivityCompletionException e) {
            context.cancel();
            throw e;
        }
    }
}
