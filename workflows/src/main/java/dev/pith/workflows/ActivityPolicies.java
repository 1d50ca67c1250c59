package dev.pith.workflows;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;

/** Time-outs and retries of every activity, in one place. */
public final class ActivityPolicies {

    /** How often an error in summarizing is tried again before the chunk counts as failed. */
    public static final int SUMMARIZING_ATTEMPTS = 6;

    /** After this much silence a worker counts as gone, and another takes its store work. */
    private static final Duration STORE_SILENCE = Duration.ofSeconds(10);

    private static final RetryOptions STORE_RETRIES = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(200))
            .setMaximumInterval(Duration.ofSeconds(10))
            .setDoNotRetry(FailureType.names())
            .build();

    private ActivityPolicies() {}

    /** Short work on the store: it waits up to an hour for a database that is away. */
    public static ActivityOptions store(String summary) {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(2))
                .setScheduleToCloseTimeout(Duration.ofHours(1))
                .setHeartbeatTimeout(STORE_SILENCE)
                .setRetryOptions(STORE_RETRIES)
                .setSummary(summary)
                .build();
    }

    /** Planning reads the size of every live message, so a very long conversation takes longer than other store work. */
    public static ActivityOptions planning() {
        return ActivityOptions.newBuilder(store("Load the conversation, choose head and chunks"))
                .setStartToCloseTimeout(Duration.ofMinutes(15))
                .build();
    }

    /** One chunk: its own full time, whatever the others take. */
    public static ActivityOptions chunk(String queue, String summary) {
        return summarizing(queue, summary, Duration.ofMinutes(5));
    }

    /** A merge has a shorter time, because its fallback is good. */
    public static ActivityOptions merge(String queue) {
        return summarizing(queue, "Merge the chunk summaries", Duration.ofMinutes(2));
    }

    private static ActivityOptions summarizing(String queue, String summary, Duration startToClose) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setStartToCloseTimeout(startToClose)
                .setHeartbeatTimeout(Duration.ofSeconds(20))
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(500))
                        .setMaximumInterval(Duration.ofSeconds(30))
                        .setMaximumAttempts(SUMMARIZING_ATTEMPTS)
                        .setDoNotRetry(FailureType.names())
                        .build())
                .setSummary(summary)
                .build();
    }
}
