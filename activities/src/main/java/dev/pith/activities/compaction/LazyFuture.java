package dev.pith.activities.compaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work whose outcome is needed only when a model has answered: it is done on another thread while the model writes. Who needs
 * it before it was begun does it himself. For one thread to begin, ask and close.
 */
final class LazyFuture<T> implements AutoCloseable {

    /** By then the calls that were prepared together are on their way, and the processors have nothing else to do. */
    private static final Executor ONCE_ASKED = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

    private final FutureTask<T> work;

    /** Work that an executor is to do. */
    LazyFuture(Supplier<T> work, Executor executor) {
        this.work = new FutureTask<>(work::get);
        executor.execute(this.work);
    }

    /** Work that has not begun. */
    static <T> LazyFuture<T> of(Supplier<T> work) {
        return new LazyFuture<>(work, ONCE_ASKED);
    }

    /** Its outcome, waited for if need be. */
    T outcome() {
        // Does nothing where it is done or being done.
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

    /** What has not begun is not done any more. */
    @Override
    public void close() {
        work.cancel(false);
    }
}
