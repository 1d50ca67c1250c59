package dev.pith.activities.compaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that runs on another thread while a model writes. If its result is requested before it has started, it runs on
 * the requesting thread. Must be created, queried and closed by one thread.
 */
final class LazyFuture<T> implements AutoCloseable {

    /** Delays the work so that calls prepared together are sent first; afterwards the processors are idle. */
    private static final Executor ONCE_ASKED = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    private final FutureTask<T> work;

    /** Submits the work to an executor. */
    LazyFuture(Supplier<T> work, Executor executor) {
        this.work = new FutureTask<>(work::get);
        executor.execute(this.work);
    }

    /** Schedules the work after a short delay; it runs earlier if its result is requested. */
    static <T> LazyFuture<T> of(Supplier<T> work) {
        return new LazyFuture<>(work, ONCE_ASKED);
    }

    /**
     * Returns the result; runs the work, or blocks until it is done.
     *
     * @throws IllegalStateException if the work failed, or the thread is interrupted
     */
    T outcome() {
        // Has no effect if the work is running or done.
        work.run();
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("this worker is stopping: the answer is kept, its chunk is not yet", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("what is done beside a call failed: " + e.getCause(), e.getCause());
        }
    }

    /** Cancels the work if it has not started. */
    @Override
    public void close() {
        work.cancel(false);
    }
}
