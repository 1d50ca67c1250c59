package dev.pith.activities.compaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that runs on another thread while a model writes. If its result is needed before it has begun, it runs on the thread
 * that asks. One thread must begin, ask and close it.
 */
final class LazyFuture<T> implements AutoCloseable {

    /** By then the calls that were prepared together are on their way, and the processors have nothing else to do. */
    private static final Executor ONCE_ASKED = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    private final FutureTask<T> work;

    /** For work that an executor runs. */
    LazyFuture(Supplier<T> work, Executor executor) {
        this.work = new FutureTask<>(work::get);
        executor.execute(this.work);
    }

    /** For work that runs when its result is asked for. */
    static <T> LazyFuture<T> of(Supplier<T> work) {
        return new LazyFuture<>(work, ONCE_ASKED);
    }

    /** Returns the result; runs the work, or waits for it, where needed. */
    T outcome() {
        // Has no effect on work that is running or done.
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

    /** Drops the work if it has not begun. */
    @Override
    public void close() {
        work.cancel(false);
    }
}
