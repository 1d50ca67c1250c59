package dev.pith.activities.temporal;

import dev.pith.activities.calling.Stop;
import dev.pith.activities.compaction.Attempt;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.time.Instant;
import java.util.function.Function;

/** Attempts at what reads and writes texts: heartbeats tell that they go on, a cancellation stops them. */
final class Attempts {

    private Attempts() {}

    static <T> T watched(Function<Attempt, T> work) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        Stop stop = new Stop();
        Instant due = Instant.ofEpochMilli(context.getInfo().getScheduledTimestamp());
        Attempt attempt = new Attempt(due, stop, context::heartbeat);
        return Failures.translated(() -> Heartbeats.during(() -> work.apply(attempt), stop::now));
    }
}
