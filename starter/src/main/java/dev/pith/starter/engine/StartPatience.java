package dev.pith.starter.engine;

import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How long Temporal has to take a start: a server may answer, and yet be unable to write, as with a full disk. Without a
 * limit the SDK tries for more than a minute and says nothing.
 *
 * @param longest how long whoever starts something waits, at most
 * @param silent after how long {@code told} is run
 * @param told says that Temporal is waited for; run once, on a thread of its own
 */
public record StartPatience(Duration longest, Duration silent, Runnable told) {

    /** A server of the home that ended is back by then, and a cluster has chosen who goes on. */
    public static final Duration LONGEST = Duration.ofSeconds(45);

    private static final Duration SILENT = Duration.ofSeconds(5);

    /** For who has nobody to tell. */
    static final StartPatience QUIET = telling(() -> {});

    /** The usual one. */
    public static StartPatience telling(Runnable told) {
        return new StartPatience(LONGEST, SILENT, told);
    }

    /**
     * What Temporal answers.
     *
     * @throws RuntimeException with a {@link io.grpc.StatusRuntimeException} among its causes, where it does not in time
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
