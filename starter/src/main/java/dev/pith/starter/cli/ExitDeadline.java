package dev.pith.starter.cli;

import dev.pith.starter.cli.command.ExitCode;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ends this JVM with exit code 1 if it still runs at a deadline, even if its shutdown hooks hang. */
final class ExitDeadline {

    private ExitDeadline() {}

    /**
     * Starts the timer. It does not keep the JVM running.
     *
     * @param limit the time until the JVM exits in an orderly way
     * @param exit the time for its shutdown hooks, after which it is halted
     */
    static void begin(Duration limit, Duration exit) {
        daemon("pith-deadline", () -> {
            sleep(limit);
            daemon("pith-deadline-exit", () -> System.exit(ExitCode.FAILED.code()));
            sleep(exit);
            Runtime.getRuntime().halt(ExitCode.FAILED.code());
        });
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void sleep(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
