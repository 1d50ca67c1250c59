package dev.pith.activities.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pith.activities.model.Dialect;
import dev.pith.activities.model.Dialects;
import dev.pith.activities.store.Database;
import java.util.Optional;

/** Stores the learned API dialects of endpoints, for all workers of a store. Thread-safe. */
public final class StoredDialects implements Dialects {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    public StoredDialects(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Dialect> of(String endpoint) {
        return database.table(Providers.class).dialect(endpoint).map(StoredDialects::read);
    }

    @Override
    public void remember(String endpoint, Dialect dialect) {
        Providers providers = database.table(Providers.class);
        providers.know(endpoint);
        providers.setDialect(endpoint, write(dialect));
    }

    private static Dialect read(String json) {
        try {
            return JSON.readValue(json, Dialect.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored dialect cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static String write(Dialect dialect) {
        try {
            return JSON.writeValueAsString(dialect);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a dialect could not be written as JSON", e);
        }
    }
}
