package dev.pith.starter.engine;

import dev.pith.activities.memory.files.Kept;
import dev.pith.activities.memory.files.MemoryFolder;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Synchronizes a worker's memory folder with the store. Memories added by any flush are written to the files within
 * seconds; manual edits of the files are stored in the rows within half a minute.
 */
final class MemoryFileSync implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryFileSync.class);

    private static final int LOOK_SECONDS = 2;

    /** Every {@code WHOLE}-th round reads all files. */
    private static final int WHOLE = 15;

    private final MemoryFolder folder;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "pith-memory-files");
        daemon.setDaemon(true);
        return daemon;
    });
    private @Nullable ScheduledFuture<?> looking;
    private int looks;
    private final Set<String> told = new HashSet<>();

    private MemoryFileSync(MemoryFolder folder) {
        this.folder = folder;
    }

    static MemoryFileSync of(MemoryFolder folder) {
        MemoryFileSync fileSync = new MemoryFileSync(folder);
        fileSync.looking = fileSync.thread.scheduleWithFixedDelay(fileSync::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
        return fileSync;
    }

    private void look() {
        look(looks++ % WHOLE == 0);
    }

    private void look(boolean whole) {
        try {
            tell(whole ? folder.keep() : folder.catchUp(), whole);
        } catch (RuntimeException e) {
            // The store is unavailable, or the engine is closing. The next round finds the same work.
            LOG.debug("memory files in {} are not up to date", folder.directory(), e);
        }
    }

    /** Logs each problem once while it lasts. An incremental round does not see all problems. */
    private void tell(Kept kept, boolean whole) {
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        kept.problems().stream()
                .filter(problem -> !told.contains(problem))
                .forEach(problem -> LOG.warn("{}. The memories are kept in the store", problem));
        if (whole) {
            if (kept.problems().isEmpty() && !told.isEmpty()) {
                LOG.info("memory folder {} is kept up again", folder.directory());
            }
            told.clear();
        }
        told.addAll(kept.problems());
    }

    /** Writes the last memories, if that takes no longer than a moment. */
    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(false);
        }
        thread.execute(() -> look(false));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
