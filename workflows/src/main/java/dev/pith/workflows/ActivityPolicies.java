package dev.pith.workflows;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The timeouts and retries of all activities. */
public final class ActivityPolicies {

    /** Attempts of an activity after which a persistent error counts as a defect. */
    public static final int SUMMARIZING_ATTEMPTS = 6;

    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(30);

    /** The longest outage of the store that a compaction survives. */
    private static final Duration OUTAGE = Duration.ofHours(4);

    /** The attempts within {@link #OUTAGE}. Activities themselves end a permanent failure sooner. */
    private static final int OUTAGE_ATTEMPTS = (int) OUTAGE.dividedBy(LONGEST_INTERVAL);

    /** The attempts of work with a model, which include waits for a slot or the endpoint. The store limits these. */
    private static final int WAITING_ATTEMPTS = 20 * OUTAGE_ATTEMPTS;

    /** The heartbeat timeout of store work, after which another worker takes it. */
    private static final Duration STORE_SILENCE = Duration.ofSeconds(10);

    /** The heartbeat timeout of work that summarizes. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration MERGE = Duration.ofMinutes(2);

    /** The longest wait for a call slot within an attempt. */
    public static final Duration TURN = Duration.ofSeconds(90);

    /** The hard limit of one attempt at a flush. */
    public static final Duration FLUSH = Duration.ofSeconds(90);

    /**
     * The longest time of a flush in a queue without pollers, before the next range of its conversation may go first.
     */
    private static final Duration FLUSH_QUEUE = Duration.ofMinutes(10);

    /** The attempts at a flush, retried if its worker or the store was lost. */
    private static final int FLUSH_ATTEMPTS = 5;

    /** The type of a failure that requests another attempt after its delay. */
    public static final String LATER = "LATER";

    /**
     * The shortest such delay. Temporal reads whole milliseconds and treats a delay of zero as the end of all retries,
     * so a wait of less than a millisecond would end the work.
     */
    public static final Duration SHORTEST_DELAY = Duration.ofMillis(10);

    /** Temporal's type of a start-to-close timeout. */
    private static final String OUT_OF_TIME = "TemporalTimeout:StartToClose";

    /** The timeout of one check for pollers, which itself gives up after two seconds. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final RetryOptions STORE_RETRIES = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(200))
            .setMaximumInterval(Duration.ofSeconds(10))
            .setDoNotRetry(FailureType.names())
            .build();

    private ActivityPolicies() {}

    /**
     * Returns the options of short work on the store. It waits for an unavailable database as long as summarizing does.
     */
    public static ActivityOptions store(String summary) {
        return ActivityOptions.newBuilder()
                .setStartToCloseTimeout(Duration.ofMinutes(2))
                .setScheduleToCloseTimeout(OUTAGE)
                .setHeartbeatTimeout(STORE_SILENCE)
                .setRetryOptions(STORE_RETRIES)
                .setSummary(summary)
                .build();
    }

    /**
     * Returns the options of polling until a condition holds, without a limit. Attempts add nothing to the history, so
     * an interval of a minute is cheap.
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

    /**
     * Returns the options of planning, which reads the size of every live message and so may take longer than other
     * store work.
     */
    public static ActivityOptions planning() {
        return ActivityOptions.newBuilder(store("Load the conversation, choose head and chunks"))
                .setStartToCloseTimeout(Duration.ofMinutes(15))
                .build();
    }

    /** Returns the options of staging layers, which assembles the text of every leaf. */
    public static ActivityOptions layering() {
        return ActivityOptions.newBuilder(store("Stage the layers, choose what to condense"))
                .setStartToCloseTimeout(Duration.ofMinutes(15))
                .build();
    }

    /** Returns the options of pruning, which reads every message before the tail. */
    public static ActivityOptions pruning() {
        return ActivityOptions.newBuilder(store("Shorten the results of tools before the tail"))
                .setStartToCloseTimeout(Duration.ofMinutes(15))
                .build();
    }

    /**
     * Returns the options of summarizing one chunk, with its own full timeout.
     *
     * @param call the timeout of a call; null without a model
     */
    public static ActivityOptions chunk(String queue, String summary, @Nullable Duration call) {
        return call == null ? withoutModel(queue, summary, Duration.ofMinutes(5)) : withModel(queue, summary, call);
    }

    /**
     * Returns the options of a merge. Its timeout is shorter and not retried, because the fallback without the model is
     * good. If calls may take long, the timeout is two fifths of a call's, like two minutes of the usual five.
     *
     * @param call the timeout of a call; null without a model
     */
    public static ActivityOptions merge(String queue, String summary, @Nullable Duration call) {
        if (call == null) {
            return withoutModel(queue, summary, MERGE);
        }
        long seconds = Math.max(Math.min(call.toSeconds(), MERGE.toSeconds()), call.toSeconds() * 2L / 5);
        ActivityOptions options = withModel(queue, summary, Duration.ofSeconds(seconds));
        return ActivityOptions.newBuilder(options)
                .setRetryOptions(RetryOptions.newBuilder(options.getRetryOptions())
                        .setDoNotRetry(lasting(OUT_OF_TIME))
                        .build())
                .build();
    }

    /**
     * Returns the options of one attempt at a flush. A lost worker or store is retried at once. Every other failure
     * ends the attempt, so that the next range can go on; the row in the store schedules the retry.
     */
    public static ActivityOptions flush(String queue, String summary) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setScheduleToStartTimeout(FLUSH_QUEUE)
                .setStartToCloseTimeout(FLUSH)
                .setHeartbeatTimeout(SILENCE)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(500))
                        .setMaximumInterval(Duration.ofSeconds(30))
                        .setMaximumAttempts(FLUSH_ATTEMPTS)
                        .setDoNotRetry(lasting(LATER, OUT_OF_TIME))
                        .build())
                .setSummary(summary)
                .build();
    }

    private static String[] lasting(String... others) {
        List<String> all = new ArrayList<>(List.of(FailureType.names()));
        all.addAll(List.of(others));
        return all.toArray(String[]::new);
    }

    /**
     * Returns the options of one call, including the wait for its slot. The store counts failed calls and waiting, so
     * that a restart does not reset them; Temporal's own count limits outages of the store.
     */
    private static ActivityOptions withModel(String queue, String summary, Duration call) {
        return ActivityOptions.newBuilder()
                .setTaskQueue(queue)
                .setStartToCloseTimeout(call.plus(TURN))
                .setHeartbeatTimeout(SILENCE)
                .setRetryOptions(RetryOptions.newBuilder()
                        .setInitialInterval(Duration.ofMillis(500))
                        .setMaximumInterval(LONGEST_INTERVAL)
                        .setMaximumAttempts(WAITING_ATTEMPTS)
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
                        .setMaximumInterval(LONGEST_INTERVAL)
                        .setMaximumAttempts(OUTAGE_ATTEMPTS)
                        .setDoNotRetry(FailureType.names())
                        .build())
                .setSummary(summary)
                .build();
    }
}
