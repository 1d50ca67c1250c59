package dev.pith.starter.web.automatic;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conversations that an append may have filled. At most one compaction of a conversation runs, and at most one look
 * is pending behind it, however many appends come meanwhile. What a killed process had pending is looked at with the
 * next append. Thread-safe.
 */
public final class AutomaticQueue implements AutoCloseable {

    private static final int THREADS = 4;

    /** How long a look waits for further appends, so that a burst of them is looked at once. */
    private static final int BURST_MILLIS = 100;

    private static final Logger LOG = LoggerFactory.getLogger("dev.pith.Web");

    /** What is known of a conversation in the queue: a look is pending, or one is under way, or both. */
    private enum State {
        PENDING,
        RUNNING,
        RUNNING_AND_PENDING
    }

    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "pith-automatic");
        thread.setDaemon(true);
        return thread;
    });
    private final AutomaticStart start;

    /** Looks at a conversation and compacts it if it needs that. */
    @FunctionalInterface
    public interface AutomaticStart {
        /** Returns a future that completes once the compaction has ended, or at once if none was needed. */
        CompletableFuture<?> ifNeeded(String conversation);
    }

    /** Creates a queue. */
    public AutomaticQueue(AutomaticStart start) {
        this.start = start;
    }

    /** Notes that messages were appended to a conversation. Returns at once. */
    public void appended(String conversation) {
        if (states.putIfAbsent(conversation, State.PENDING) == null) {
            submit(conversation);
        } else if (states.computeIfPresent(
                        conversation, (key, state) -> state == State.PENDING ? state : State.RUNNING_AND_PENDING)
                == null) {
            // The look ended between the two steps.
            appended(conversation);
        }
    }

    /** Returns the number of conversations that are looked at or wait for it. */
    public int size() {
        return states.size();
    }

    private void submit(String conversation) {
        try {
            var unused = executor.schedule(() -> look(conversation), BURST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The server is closing: the next append looks again.
            states.remove(conversation);
        }
    }

    private void look(String conversation) {
        if (!states.replace(conversation, State.PENDING, State.RUNNING)) {
            return;
        }
        CompletableFuture<?> end;
        try {
            end = start.ifNeeded(conversation);
        } catch (RuntimeException e) {
            end = CompletableFuture.failedFuture(e);
        }
        // No thread waits for the end: a compaction may wait for its model for hours.
        var unused = end.whenComplete((done, failure) -> ended(conversation, failure));
    }

    private void ended(String conversation, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("conversation {} was not compacted automatically: {}", conversation, failure.getMessage());
        }
        State left =
                states.compute(conversation, (key, state) -> state == State.RUNNING_AND_PENDING ? State.PENDING : null);
        if (left == State.PENDING) {
            submit(conversation);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
