package dev.pith.activities.gateway;

import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.store.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Probes a server for the number of parallel calls that it serves: before the first call, again after ten minutes, and
 * after a failure if the server had not answered. The answer is stored for all workers. Thread-safe.
 */
final class ServerSlots {

    /**
     * The interval of probes: a restarted server may have another number of slots, and a probe takes a few small
     * requests.
     */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Database database;
    private final String endpoint;
    private final Supplier<Optional<ToldWindow>> server;

    /**
     * Does not probe yet.
     *
     * @param server probes the server; empty if it does not answer or report
     */
    ServerSlots(Database database, String endpoint, Supplier<Optional<ToldWindow>> server) {
        this.database = database;
        this.endpoint = endpoint;
        this.server = server;
    }

    /**
     * Probes unless that was done recently. Concurrent callers wait: without an answer, too many calls might begin.
     */
    synchronized void known() {
        Providers providers = database.table(Providers.class);
        if (!providers.askedForSlots(endpoint)) {
            Integer slots = server.get().map(ToldWindow::slots).orElse(null);
            providers.setSlots(endpoint, slots, (int) LIFE.toSeconds());
        }
    }
}
