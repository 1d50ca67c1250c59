package dev.pith.activities.temporal;

import dev.pith.activities.gateway.Attempt;
import dev.pith.activities.gateway.CancellationToken;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Runs attempts at reading and writing texts, with heartbeats and cancellation. */
final class Attempts {

    /** Work that ends within this time sends no progress, since Temporal writes each heartbeat. */
    private static final long QUIET_NANOS = Duration.ofSeconds(1).toNanos();

    private Attempts() {}

    static <T> T watched(Function<Attempt, T> work) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        CancellationToken cancellationToken =
                new CancellationToken(context.getInfo().getPriority().getPriorityKey());
        Instant due = Instant.ofEpochMilli(context.getInfo().getScheduledTimestamp());
        long began = System.nanoTime();
        Attempt attempt = new Attempt(due, cancellationToken, seq -> {
            if (System.nanoTime() - began > QUIET_NANOS) {
                context.heartbeat(seq);
            }
        });
        return Failures.translated(() -> Heartbeats.during(() -> work.apply(attempt), cancellationToken::now));
    }
}
