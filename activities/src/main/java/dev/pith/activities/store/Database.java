package dev.pith.activities.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.pith.activities.conversation.Ranges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.jspecify.annotations.Nullable;

/** A migrated database with a connection pool. Thread-safe. */
public final class Database implements AutoCloseable {

    /** How long a statement waits for a connection: whoever outlasts an outage of the store tries again. */
    private static final int CONNECTION_MILLIS = 10_000;

    private final DataSource source;
    private final Jdbi jdbi;
    private final String storeId;
    private final StoreClock clock;
    private volatile @Nullable String temporal;

    private Database(DataSource source) {
        this.source = source;
        this.jdbi = Jdbi.create(source).installPlugin(new SqlObjectPlugin());
        SqlInterfaces.install(jdbi);
        jdbi.registerRowMapper(new RecordMappers());
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerColumnMapper(Ranges.class, new MultirangeMapper());
        jdbi.registerArgument(new MultirangeArgument());
        jdbi.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
        this.clock = new StoreClock(jdbi);
        this.storeId = jdbi.withHandle(handle ->
                handle.select("select id from store").mapTo(String.class).one());
    }

    /**
     * Opens a pool and migrates the schema; several processes may do so concurrently.
     *
     * @throws NewerSchemaException if the schema is newer than this version of Pith
     */
    public static Database open(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_MILLIS);
        config.setPoolName("pith");
        config.addDataSourceProperty("ApplicationName", "pith");
        return open(new HikariDataSource(config));
    }

    /** Migrates the schema of a data source; {@link #close()} closes the source if it is a {@link HikariDataSource}. */
    public static Database open(DataSource source) {
        Migrations.run(source);
        return new Database(source);
    }

    /** Returns the id of this database, which its first migration generated. */
    public String storeId() {
        return storeId;
    }

    /**
     * Returns the time of the database's clock, extrapolated for up to a minute. All processes of a store share it for
     * due times and cooldowns.
     */
    public Instant now() {
        return clock.instant();
    }

    /** Returns the id of the Temporal that runs this process's work; null if none was set. */
    public @Nullable String temporal() {
        return temporal;
    }

    /**
     * Records the Temporal that runs this process's work.
     *
     * @param id the id of server and namespace, independent of the address
     * @param told its description for users
     */
    public void runsOn(String id, String told) {
        table(Temporals.class).note(id, told);
        temporal = id;
    }

    /** Returns an interface with SQL statements, each of which runs in a transaction of its own. */
    public <T> T table(Class<T> type) {
        return jdbi.onDemand(type);
    }

    /**
     * Opens connections in advance, since each takes tens of milliseconds.
     *
     * @param connections the number of connections needed concurrently; at least one and at most half of the pool is
     *     opened, since other threads use the rest
     */
    public void prepare(int connections) {
        int half = source instanceof HikariDataSource pool ? pool.getMaximumPoolSize() / 2 : 0;
        List<Handle> open = new ArrayList<>();
        try {
            for (int i = 0; i < Math.max(1, Math.min(connections, half)); i++) {
                open.add(jdbi.open());
            }
        } finally {
            open.forEach(Handle::close);
        }
    }

    /** Runs several statements in one transaction. */
    public <T> T transact(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /** Runs several reads in one repeatable-read transaction, so that they see the same state. */
    public <T> T snapshot(Function<Handle, T> work) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply);
    }

    @Override
    public void close() {
        if (source instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
