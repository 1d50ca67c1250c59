package dev.pith.workflows;

import dev.pith.workflows.compaction.ModelUse;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Time-outs and retries of every activity, in one place. */
public final class ActivityPolicies {

    /** How often an error in summarizing is tried again before the chunk counts as failed. */
    public static final int SUMMARIZING_ATTEMPTS = 6;

    /** After this much silence a worker counts as gone, and another takes its store work. */
    private static final Duration STORE_SILENCE = Duration.ofSeconds(10);

    /** The same for work that summarizes. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration MERGE = Duration.ofMinutes(2);

    /** How much of an attempt may pass before its call begins. */
    public static final Duration TURN = Duration.ofSeconds(90);

    /** Asking who polls is given up after two seconds, see whoever asks. */
    private static final Duration LOOK = Duration.ofSeconds(5);

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

    /**
     * Looks again and again until there is something new, however long that takes. No attempt stands in the history, so a
     * minute is seldom enough.
     */
    public static ActivityOptions watch(String summary) {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(LOOK)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofSeconds(10))
                        .setMaximumInterval(Duration.ofMinutes(1))
                        .build())
                .setSummary(summary)
                .build();
    }

    /** Planning reads the size of every live message, so a very long conversation takes longer than other store work. */
    public static ActivityOptions planning() {
        return ActivityOptions.newBuilder(store("Load the conversation, choose head and chunks"))
                .setStartToCloseTimeout(Duration.ofMinutes(15))
                .build();
    }

    /**
     * One chunk: its own full time, whatever the others take.
     *
     * @param model who writes; null where nobody is asked
     */
    public static ActivityOptions chunk(String queue, String summary, @Nullable ModelUse model) {
        return model == null
                ? withoutModel(queue, summary, Duration.ofMinutes(5))
                : withModel(queue, summary, Duration.ofSeconds(model.callSeconds()));
    }

    /** A merge has a shorter time, because its fallback is good. */
    public static ActivityOptions merge(String queue, String summary, @Nullable ModelUse model) {
        return model == null
                ? withoutModel(queue, summary, MERGE)
                : withModel(queue, summary, Duration.ofSeconds(Math.min(model.callSeconds(), MERGE.toSeconds())));
    }

    /**
     * One call and the wait for its turn among those of other processes. Temporal tries it again without an end: how many
     * calls may fail and how long the endpoint may be away is counted in the store, where a restart does not forget it.
     */
    private static ActivityOptions withModel(String queue, String summary, Duration call) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setStartToCloseTimeout(call.plus(TURN))
                .setHeartbeatTimeout(SILENCE)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(500))
                        .setMaximumInterval(Duration.ofSeconds(30))
                        .setDoNotRetry(FailureType.names())
                        .build())
                .setSummary(summary)
                .build();
    }

    private static ActivityOptions withoutModel(String queue, String summary, Duration startToClose) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setStartToCloseTimeout(startToClose)
                .setHeartbeatTimeout(SILENCE)
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
