package dev.pith.activities.testing;

import dev.pith.activities.store.Database;
import dev.pith.activities.store.StoreSettings;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated store of its own for each test class, open from before its first test until after its last. Register it as a
 * static field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final StoreExtension STORE = new StoreExtension(6);
 * }</pre>
 */
public final class StoreExtension implements BeforeAllCallback, AfterAllCallback {

    private final PostgresExtension postgres = new PostgresExtension();
    private final int connections;
    private @Nullable Database database;

    /** A store with at most so many connections. */
    public StoreExtension(int connections) {
        this.connections = connections;
    }

    /** The open store. */
    public Database database() {
        if (database == null) {
            throw new IllegalStateException(
                    "StoreExtension has no store: register it as a static field with @RegisterExtension");
        }
        return database;
    }

    /** The same store for whoever opens it once more, as another process would. */
    public String jdbcUrl() {
        return postgres.jdbcUrl();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        postgres.beforeAll(context);
        database = Database.open(new StoreSettings(postgres.jdbcUrl(), null, null, connections));
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        if (database != null) {
            database.close();
            database = null;
        }
        postgres.afterAll(context);
    }
}
