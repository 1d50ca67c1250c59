package dev.pith.starter.devserver;

import dev.pith.starter.runtime.StartupProgress;
import java.time.Duration;

/** Tells how far a download is, every few seconds. Not thread-safe. */
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

    /** So many bytes are there; of so many, where the total is positive. */
    void at(long bytes, long total) {
        if (System.nanoTime() - last >= PERIOD) {
            last = System.nanoTime();
            startupProgress.step(what + ": " + bytes / MEGABYTE + (total > 0 ? " of " + total / MEGABYTE : "") + " MB");
        }
    }
}
