package dev.pith.activities.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Learned dialects of endpoints ({@link ModelProfile#endpoint}). Implementations are thread-safe. */
public interface Dialects {

    /** What was learnt of an endpoint; empty where it takes what is tried first. */
    Optional<Dialect> of(String endpoint);

    /**
     * Keeps what an endpoint has accepted after it refused something. Must not fail: it is told before the reply is
     * returned, which would be lost.
     */
    void remember(String endpoint, Dialect dialect);

    /** Dialects that are forgotten with the process. */
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
