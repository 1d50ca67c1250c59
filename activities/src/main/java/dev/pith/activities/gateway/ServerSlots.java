package dev.pith.activities.gateway;

import dev.pith.activities.model.ToldWindow;
import dev.pith.activities.store.Database;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Knows how many calls a server says it serves at the same time: asks it before the first call, again after some minutes, and
 * after a failure where it told nothing. What it tells stands in the store and holds for all workers. Thread-safe.
 */
final class ServerSlots {

    /** A server that is started anew may have other slots; asking takes a few small requests. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Database database;
    private final String endpoint;
    private final Supplier<Optional<ToldWindow>> server;

    /**
     * Nothing is asked yet.
     *
     * @param server asks; empty where the server does not answer or tell
     */
    ServerSlots(Database database, String endpoint, Supplier<Optional<ToldWindow>> server) {
        this.database = database;
        this.endpoint = endpoint;
        this.server = server;
    }

    /** Asks where nobody did lately. Who comes meanwhile waits: without an answer, too many calls might begin. */
    synchronized void known() {
        Providers providers = database.table(Providers.class);
        if (!providers.askedForSlots(endpoint)) {
            Integer slots = server.get().map(ToldWindow::slots).orElse(null);
            providers.setSlots(endpoint, slots, (int) LIFE.toSeconds());
        }
    }
}
