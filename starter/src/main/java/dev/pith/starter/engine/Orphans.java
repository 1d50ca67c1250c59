package dev.pith.starter.engine;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a worker starts, flushes that wait and have nobody are woken, beside whatever the worker was started for. */
final class Orphans implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "pith-orphans");
        daemon.setDaemon(true);
        return daemon;
    });

    private Orphans() {}

    static Orphans waking(FlushClient flushes) {
        Orphans orphans = new Orphans();
        orphans.thread.execute(() -> wake(flushes));
        return orphans;
    }

    private static void wake(FlushClient flushes) {
        try {
            int woken = flushes.wakeWaiting().size();
            LOG.debug("woke {} conversations with flushes that waited", woken);
        } catch (RuntimeException e) {
            // The rows say what is to be done, and the next worker reads them again.
            LOG.debug("flushes that wait could not be woken", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
