package dev.pith.starter.web.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pith.starter.web.guard.AccessRule;
import dev.pith.starter.web.problem.Problem;
import dev.pith.starter.web.problem.ProblemKind;
import dev.pith.starter.web.problem.Problems;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The feeds that somebody follows. Each is read by one task, however many clients follow it, and is forgotten when nobody
 * has followed it for a while. Thread-safe.
 */
public final class Feeds implements AutoCloseable {

    /** The most streams of one server. */
    private static final int MOST_STREAMS = 2_000;

    /** The pause between two readings; longer if a reading takes long, so that readings take a third of the time. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final int SHARE = 2;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int ANSWERS = 16;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration CHECK = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int THREADS = 4;

    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(THREADS, task -> daemon(task, "pith-feed"));

    /** On a thread of its own: readings that wait for a server must not hold up heartbeats. */
    private final ScheduledThreadPoolExecutor heart =
            new ScheduledThreadPoolExecutor(1, task -> daemon(task, "pith-heartbeat"));

    /** Requests that waited are answered here: their clients may read slowly. */
    private final ExecutorService answers = Executors.newFixedThreadPool(ANSWERS, task -> daemon(task, "pith-answer"));

    private final Map<String, Followed> feeds = new ConcurrentHashMap<>();
    private final AtomicInteger streams = new AtomicInteger();

    public Feeds() {
        executor.setRemoveOnCancelPolicy(true);
        every(HEARTBEAT, FeedReader::beat);
        every(CHECK, FeedReader::check);
    }

    /** A feed with what reads it. */
    private final class Followed implements Runnable {
        private final String key;
        private final FeedSource source;
        private final Feed feed = new Feed();
        private final AtomicInteger followers = new AtomicInteger();
        private volatile long lastFollowed = System.nanoTime();

        Followed(String key, FeedSource source) {
            this.key = key;
            this.source = source;
        }

        @Override
        public void run() {
            if (followers.get() > 0) {
                lastFollowed = System.nanoTime();
            } else if (System.nanoTime() - lastFollowed > KEPT.toNanos() && isForgotten()) {
                return;
            }
            long begun = System.nanoTime();
            boolean last = refresh();
            if (!last) {
                long pause = Math.min(
                        LONGEST_PAUSE.toNanos(), Math.max(PAUSE.toNanos(), SHARE * (System.nanoTime() - begun)));
                schedule(this, pause);
            } else {
                // Readers that reconnect at the end still find it.
                schedule(() -> feeds.remove(key, this), KEPT.toNanos());
            }
        }

        private boolean refresh() {
            try {
                FeedSource.State read = source.read();
                feed.set(read.data(), read.isLast());
                return read.isLast();
            } catch (RuntimeException | Error away) {
                // The state of before stays, and says that it may be old; a new reader gets at least this.
                ObjectNode told = feed.state()
                        .filter(JsonNode::isObject)
                        .map(known -> (ObjectNode) known.deepCopy())
                        .orElseGet(() -> JsonNodeFactory.instance.objectNode());
                Problem problem = Problems.of(away);
                told.put("trouble", problem.detail());
                // What is deleted does not come back.
                boolean gone = problem.kind() == ProblemKind.NOT_FOUND;
                feed.set(told, gone);
                return gone;
            }
        }

        void leave() {
            followers.decrementAndGet();
        }

        /** Removes the feed unless somebody began to follow it meanwhile; who follows is counted under the same lock. */
        private boolean isForgotten() {
            return feeds.computeIfPresent(
                            key, (name, known) -> known.equals(this) && followers.get() == 0 ? null : known)
                    == null;
        }
    }

    /**
     * Answers a request with a stream of events. Continues after the event that the request names as its last. The stream
     * ends within seconds once its client may no longer read.
     *
     * @param key identifies the feed; the same key must mean the same source
     */
    public void stream(Context ctx, String key, FeedSource source) {
        Followed followed = follow(key, source);
        long has = followed.feed.revisionOf(ctx.header("Last-Event-ID"));
        if (followed.feed.hasEndedAt(has)) {
            // The status that ends a browser's attempts to reconnect.
            followed.leave();
            ctx.status(204);
            return;
        }
        if (streams.incrementAndGet() > MOST_STREAMS) {
            streams.decrementAndGet();
            followed.leave();
            throw Problem.of(
                    ProblemKind.TOO_MANY_STREAMS,
                    MOST_STREAMS + " streams are open, which is the most: close one, or ask with wait= instead");
        }
        ctx.disableCompression();
        ctx.res().setContentType("text/event-stream;charset=utf-8");
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Accel-Buffering", "no");
        // The stream ends the response itself: this future is only what tells Javalin that it goes on.
        BooleanSupplier allowed = AccessRule.lasting(ctx);
        ctx.future(() -> {
            begin(followed, has, ctx.req().getAsyncContext(), allowed);
            return new CompletableFuture<>();
        });
    }

    private void begin(Followed followed, long has, AsyncContext async, BooleanSupplier allowed) {
        async.setTimeout(0);
        Runnable closed = () -> {
            streams.decrementAndGet();
            followed.leave();
        };
        try {
            new FeedReader(followed.feed, has, async, allowed, closed).start();
        } catch (IOException e) {
            closed.run();
            async.complete();
        }
    }

    /** Completes at the end, or after {@code most} if the end takes longer. */
    public CompletableFuture<@Nullable Void> await(String key, FeedSource source, Duration most) {
        Followed followed = follow(key, source);
        return followed.feed
                .ended()
                .copy()
                .completeOnTimeout(null, most.toMillis(), TimeUnit.MILLISECONDS)
                .whenCompleteAsync((end, failure) -> followed.leave(), answers);
    }

    /** Forgets an ended feed whose state has changed once more, so that a new reader gets the present one. */
    public void forget(String key) {
        feeds.remove(key);
    }

    /** Returns the number of open streams. */
    public int open() {
        return streams.get();
    }

    /** Returns a feed and counts its caller as a follower. */
    private Followed follow(String key, FeedSource source) {
        return feeds.compute(key, (name, known) -> {
            Followed followed = known;
            if (followed == null) {
                followed = new Followed(key, source);
                schedule(followed, 0);
            }
            followed.followers.incrementAndGet();
            return followed;
        });
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void schedule(Runnable task, long nanos) {
        try {
            var unused = executor.schedule(task, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The server is closing.
        }
    }

    private void every(Duration pause, Consumer<FeedReader> task) {
        var unused = heart.scheduleWithFixedDelay(
                () -> each(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void each(Consumer<FeedReader> task) {
        feeds.values()
                .forEach(followed -> followed.feed.readers().forEach(reader -> {
                    try {
                        task.accept(reader);
                    } catch (RuntimeException e) {
                        reader.end();
                    }
                }));
    }

    @Override
    public void close() {
        executor.shutdownNow();
        heart.shutdownNow();
        answers.shutdownNow();
        feeds.values().forEach(followed -> followed.feed.readers().forEach(FeedReader::end));
    }
}
