package dev.pith.workflows;

import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time-outs and retries of every activity, in one place. */
public final class ActivityPolicies {

    /** How often an error in summarizing is tried again before it counts as a defect. */
    public static final int SUMMARIZING_ATTEMPTS = 6;

    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(30);

    /** How long a store may be away, all in all, before what is summarized counts as failed. */
    private static final Duration OUTAGE = Duration.ofHours(4);

    /** So many attempts are made in that time. Activities themselves end sooner what only a store that comes back mends. */
    private static final int OUTAGE_ATTEMPTS = (int) OUTAGE.dividedBy(LONGEST_INTERVAL);

    /** Where a model writes, attempts that wait for their turn or for the endpoint count too; the store bounds those. */
    private static final int WAITING_ATTEMPTS = 20 * OUTAGE_ATTEMPTS;

    /** After this much silence a worker counts as gone, and another takes its store work. */
    private static final Duration STORE_SILENCE = Duration.ofSeconds(10);

    /** The same for work that summarizes. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration MERGE = Duration.ofMinutes(2);

    /** How much of an attempt may pass before its call begins. */
    public static final Duration TURN = Duration.ofSeconds(90);

    /** The hard limit of one attempt at a flush. */
    public static final Duration FLUSH = Duration.ofSeconds(90);

    /** How long a flush waits in a queue that nobody polls before its conversation's next range has its chance. */
    private static final Duration FLUSH_QUEUE = Duration.ofMinutes(10);

    /** How often a flush is taken up again whose worker was lost. */
    private static final int FLUSH_ATTEMPTS = 5;

    /** The type of a failure that asks for another attempt after its delay. */
    public static final String LATER = "LATER";

    /**
     * The shortest such delay. Temporal reads it in whole milliseconds, and takes one of none for the end of all attempts: a
     * wait that is over in a moment would end the work for good.
     */
    public static final Duration SHORTEST_DELAY = Duration.ofMillis(10);

    /** As Temporal calls the failure of an attempt that took longer than it may. */
    private static final String OUT_OF_TIME = "TemporalTimeout:StartToClose";

    /** Asking who polls is given up after two seconds, see whoever asks. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final RetryOptions STORE_RETRIES = RetryOptions.newBuilder()
            .setInitialInterval(Duration.ofMillis(200))
            .setMaximumInterval(Duration.ofSeconds(10))
            .setDoNotRetry(FailureType.names())
            .build();

    private ActivityPolicies() {}

    /** Short work on the store: it waits as long for a database that is away as summarizing does. */
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
     * @param call how long a call of a model may take; null where no model is asked
     */
    public static ActivityOptions chunk(String queue, String summary, @Nullable Duration call) {
        return call == null ? withoutModel(queue, summary, Duration.ofMinutes(5)) : withModel(queue, summary, call);
    }

    /**
     * A merge has a shorter time, because its fallback is good: what is not merged by then is not tried again. Where calls may
     * take long it is two fifths of theirs, which is what the two minutes are of the usual five.
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
     * One attempt at a flush. What a lost worker or store leaves is taken up at once; everything else ends the attempt, so
     * that the next range can go on, and is tried again later from the store's row.
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
     * One call and the wait for its turn among those of other processes. How many calls may fail and how long the endpoint
     * may be away is counted in the store, where a restart does not forget it; Temporal's own count is for a store that is away.
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
