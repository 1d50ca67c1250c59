package dev.pith.activities.gateway;

import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.store.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks a server how many calls it serves in parallel: before the first call, again after some minutes, and after a failure if
 * the server had not answered. The answer is stored and holds for all workers. Thread-safe.
 */
final class ServerSlots {

    /** A restarted server may have another number of slots; a probe takes a few small requests. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Database database;
    private final String endpoint;
    private final Supplier<Optional<ToldWindow>> server;

    /**
     * Asks nothing yet.
     *
     * @param server probes the server; empty where it does not answer or tell
     */
    ServerSlots(Database database, String endpoint, Supplier<Optional<ToldWindow>> server) {
        this.database = database;
        this.endpoint = endpoint;
        this.server = server;
    }

    /** Asks unless it was done lately. Concurrent callers wait: without an answer, too many calls might begin. */
    synchronized void known() {
        Providers providers = database.table(Providers.class);
        if (!providers.askedForSlots(endpoint)) {
            Integer slots = server.get().map(ToldWindow::slots).orElse(null);
            providers.setSlots(endpoint, slots, (int) LIFE.toSeconds());
        }
    }
}
