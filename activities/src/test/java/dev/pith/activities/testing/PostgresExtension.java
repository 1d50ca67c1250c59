package dev.pith.activities.testing;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A migrated database of its own for each test class, on one server for the whole JVM; as a field that is not static, for
 * each test.
 * Register it as a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PostgresExtension postgres = new PostgresExtension();
 * }</pre>
 */
public final class PostgresExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private @Nullable String database;
    private boolean ofClass;

    /** A data source of the class's own database; the connections are not pooled. */
    public DataSource dataSource() {
        return SharedPostgres.database(name());
    }

    /** The same database as a JDBC URL that carries its user; no password is asked. */
    public String jdbcUrl() {
        return SharedPostgres.jdbcUrl(name());
    }

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        ofClass = true;
        create();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        if (!ofClass) {
            create();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        if (!ofClass) {
            drop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        drop();
    }

    private void create() throws SQLException {
        String fresh = "test_" + COUNT.incrementAndGet();
        SharedPostgres.create(fresh);
        database = fresh;
    }

    private void drop() throws SQLException {
        SharedPostgres.execute("drop database " + name() + " with (force)");
        database = null;
    }

    private String name() {
        if (database == null) {
            throw new IllegalStateException(
                    "PostgresExtension has no database: register it as a static field with @RegisterExtension");
        }
        return database;
    }
}
