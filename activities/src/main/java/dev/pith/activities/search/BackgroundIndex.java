package dev.pith.activities.search;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A search index that a thread of its own updates, for callers that cannot wait until it is current. At most one update
 * runs and one is pending behind it, however many callers wait. Thread-safe.
 */
public final class BackgroundIndex implements AutoCloseable {

    /** An update that runs ends with its next commit, which takes less. */
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private static final long UNKNOWN = -1;
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundIndex.class);

    private final SearchIndex index;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "pith-search-index");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable CompletableFuture<Boolean> pending;
    private volatile long left = UNKNOWN;
    private volatile boolean closed;

    /** Creates the background updates of an index, which is closed with them. */
    public BackgroundIndex(SearchIndex index) {
        this.index = index;
    }

    /**
     * What an index holds of the store.
     *
     * @param current whether it holds all that was stored before it was asked for
     * @param left messages that are still to be added; 0 if it is current, null if not known
     */
    public record Freshness(boolean current, @Nullable Long left) {}

    /**
     * Updates the index and waits for it, at most so long; the update goes on after that.
     *
     * @throws SearchIndexException if the index cannot be written
     */
    public Freshness within(Duration most) {
        try {
            boolean current = update().get(most.toMillis(), TimeUnit.MILLISECONDS);
            return new Freshness(current, current ? 0L : null);
        } catch (RejectedExecutionException e) {
            // It is closing.
            return new Freshness(false, null);
        } catch (TimeoutException e) {
            long known = left;
            return new Freshness(false, known == UNKNOWN ? null : known);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Freshness(false, null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Searches what the index holds. */
    public List<SearchResult> search(SearchQuery query) {
        return index.search(query);
    }

    /** Returns the update that has not begun yet: one that runs may have read the store before the caller wrote to it. */
    private synchronized CompletableFuture<Boolean> update() {
        CompletableFuture<Boolean> known = pending;
        if (known == null) {
            known = CompletableFuture.supplyAsync(this::run, executor);
            pending = known;
        }
        return known;
    }

    private boolean run() {
        synchronized (this) {
            pending = null;
        }
        left = UNKNOWN;
        try {
            return index.update((added, remaining) -> {
                left = remaining;
                if (closed) {
                    throw new CancellationException("the search index is closing");
                }
            });
        } catch (RuntimeException e) {
            if (!closed) {
                // Its callers may have stopped waiting.
                LOG.warn("the search index was not updated: {}", e.getMessage());
            }
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the search index is still being updated: the next update goes on from its last commit");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        index.close();
    }
}
