package dev.pith.starter.backfill;

import dev.pith.activities.backfill.Backfill;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The imports of backfills that nobody waits for, each on a thread of its own. Closing stops them after their present
 * file; the same request again imports the rest. Thread-safe.
 */
public final class BackgroundImports implements AutoCloseable {

    /** The most imports at the same time. */
    public static final int MOST = 4;

    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundImports.class);

    private final Map<String, BackfillImport> running = new ConcurrentHashMap<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "pith-backfill-import");
        thread.setDaemon(true);
        return thread;
    });

    /** Returns whether no further import should begin. */
    public boolean isFull() {
        return running.size() >= MOST;
    }

    /**
     * Begins an import, unless one of the same run is under way here.
     *
     * @param then runs at its end
     */
    public void begin(Backfill backfill, BackfillImport importer, Runnable then) {
        String run = backfill.run();
        if (running.putIfAbsent(run, importer) != null) {
            return;
        }
        try {
            executor.execute(() -> run(backfill, importer, then));
        } catch (RejectedExecutionException closing) {
            running.remove(run);
        }
    }

    private void run(Backfill backfill, BackfillImport importer, Runnable then) {
        try {
            importer.run();
            then.run();
        } catch (RuntimeException e) {
            LOG.warn(
                    "the import of backfill {} stopped: {}. The same request again imports the rest",
                    backfill.name(),
                    e.getMessage());
        } finally {
            running.remove(backfill.run());
        }
    }

    @Override
    public void close() {
        running.values().forEach(BackfillImport::stop);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("an import of a backfill still reads a file: the same request again imports the rest");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
