package dev.pith.starter.engine;

import dev.pith.activities.memory.files.Kept;
import dev.pith.activities.memory.files.MemoryFolder;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a worker's memory folder up: what flushes add stands in the files within seconds, whoever flushed it, and what somebody
 * changed there by hand in the rows within half a minute.
 */
final class MemoryKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryKeeper.class);

    private static final int LOOK_SECONDS = 2;

    /** Every so many looks all files are read. */
    private static final int WHOLE = 15;

    private final MemoryFolder folder;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "pith-memory-files");
        daemon.setDaemon(true);
        return daemon;
    });
    private int looks;
    private List<String> told = List.of();

    private MemoryKeeper(MemoryFolder folder) {
        this.folder = folder;
    }

    static MemoryKeeper of(MemoryFolder folder) {
        MemoryKeeper keeper = new MemoryKeeper(folder);
        keeper.thread.scheduleWithFixedDelay(keeper::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        return keeper;
    }

    private void look() {
        try {
            boolean whole = looks++ % WHOLE == 0;
            tell(whole ? folder.keep() : folder.catchUp(), whole);
        } catch (RuntimeException e) {
            // The store is away, or the engine closes; the next look finds the same to do.
            LOG.debug("memory files in {} are not up to date", folder.directory(), e);
        }
    }

    private void tell(Kept kept, boolean whole) {
        if (!kept.problems().isEmpty() && !kept.problems().equals(told)) {
            kept.problems().forEach(LOG::warn);
        }
        if (whole || !kept.problems().isEmpty()) {
            told = kept.problems();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            // A file that is being written is written to its end.
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
