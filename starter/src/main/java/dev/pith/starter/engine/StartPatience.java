package dev.pith.starter.engine;

import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits how long a workflow start waits for Temporal. A server may answer and yet be unable to write, e.g. with a full
 * disk; without a limit the SDK retries silently for more than a minute.
 *
 * @param longest the longest wait
 * @param silent the time after which {@code told} runs
 * @param told reports the wait; run once, on a thread of its own
 */
public record StartPatience(Duration longest, Duration silent, Runnable told) {

    /** By then the home's server has been restarted, or a cluster has completed its failover. */
    public static final Duration LONGEST = Duration.ofSeconds(45);

    private static final Duration SILENT = Duration.ofSeconds(5);

    /** The usual limit, without a report. */
    static final StartPatience QUIET = telling(() -> {});

    /** Returns the usual limit with this report. */
    public static StartPatience telling(Runnable told) {
        return new StartPatience(LONGEST, SILENT, told);
    }

    /**
     * Runs a start and returns Temporal's answer.
     *
     * @throws RuntimeException with a {@link io.grpc.StatusRuntimeException} among its causes, if the answer is not in
     *     time
     */
    <T> T within(Supplier<T> start) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "pith-start");
            thread.setDaemon(true);
            return thread;
        });
        try (Context.CancellableContext limited =
                Context.current().withDeadlineAfter(longest.toMillis(), TimeUnit.MILLISECONDS, clock)) {
            var unused = clock.schedule(told, silent.toMillis(), TimeUnit.MILLISECONDS);
            Context before = limited.attach();
            try {
                return start.get();
            } finally {
                limited.detach(before);
            }
        } finally {
            clock.shutdownNow();
        }
    }
}
