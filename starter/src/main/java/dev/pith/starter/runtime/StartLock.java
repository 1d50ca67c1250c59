package dev.pith.starter.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The lock for starting and stopping a home's servers: one process at a time, and one thread in it. */
final class StartLock {

    /** File locks belong to the process, so threads need a separate lock. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    /** The longest wait for another command that starts or stops a server. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private StartLock() {}

    /** Runs the work under the lock, after waiting for other commands. */
    static <T> T holding(Home home, Supplier<T> work) {
        THREADS.lock();
        try (FileChannel channel =
                FileChannel.open(home.startLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!Poll.until(PATIENCE, () -> locks(channel))) {
                throw new RuntimeProblem(
                        "Another command has been starting or stopping the servers of " + home.root() + " for "
                                + PATIENCE.toMinutes() + " minutes",
                        "Look into " + home.logs() + ", end that command and try again");
            }
            // Closing the channel releases the lock.
            return work.get();
        } catch (IOException e) {
            throw new RuntimeProblem(
                    "The lock " + home.startLock() + " cannot be used: " + e.getMessage(),
                    "Name a directory you may write to with --home or PITH_HOME",
                    e);
        } finally {
            THREADS.unlock();
        }
    }

    private static boolean locks(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
