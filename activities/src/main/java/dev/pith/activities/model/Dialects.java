package dev.pith.activities.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Learned dialects of endpoints ({@link ModelProfile#endpoint}). Implementations are thread-safe. */
public interface Dialects {

    /** Returns the learned dialect of an endpoint; empty if none was stored, and the default is used. */
    Optional<Dialect> of(String endpoint);

    /**
     * Stores a dialect that an endpoint accepted after it had refused another one. Must not throw: it is called before
     * the reply is returned, which would be lost.
     */
    void remember(String endpoint, Dialect dialect);

    /** Creates a store that keeps dialects in memory until the process ends. */
    static Dialects inMemory() {
        Map<String, Dialect> learnt = new ConcurrentHashMap<>();
        return new Dialects() {
            @Override
            public Optional<Dialect> of(String endpoint) {
                return Optional.ofNullable(learnt.get(endpoint));
            }

            @Override
            public void remember(String endpoint, Dialect dialect) {
                learnt.put(endpoint, dialect);
            }
        };
    }
}
