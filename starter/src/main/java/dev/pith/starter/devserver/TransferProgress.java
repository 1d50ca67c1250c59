package dev.pith.starter.devserver;

import dev.pith.starter.runtime.StartupProgress;
import java.time.Duration;

/** Reports the progress of a download every few seconds. Not thread-safe. */
final class TransferProgress {

    private static final long PERIOD = Duration.ofSeconds(3).toNanos();
    private static final long MEGABYTE = 1_000_000;

    private final StartupProgress startupProgress;
    private final String what;
    private long last = System.nanoTime();

    TransferProgress(StartupProgress startupProgress, String what) {
        this.startupProgress = startupProgress;
        this.what = what;
    }

    /**
     * Updates the progress.
     *
     * @param bytes the bytes received
     * @param total the total size in bytes; unknown unless positive
     */
    void at(long bytes, long total) {
        if (System.nanoTime() - last >= PERIOD) {
            last = System.nanoTime();
            startupProgress.step(what + ": " + bytes / MEGABYTE + (total > 0 ? " of " + total / MEGABYTE : "") + " MB");
        }
    }
}
