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

/** The open database: migrated and pooled. Thread-safe. */
public final class Database implements AutoCloseable {

    private final DataSource source;
    private final Jdbi jdbi;
    private final String storeId;
    private final StoreClock clock;
    private volatile @Nullable String temporal;

    private Database(DataSource source) {
        this.source = source;
        this.jdbi = Jdbi.create(source).installPlugin(new SqlObjectPlugin());
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerColumnMapper(Ranges.class, new MultirangeMapper());
        jdbi.registerArgument(new MultirangeArgument());
        jdbi.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
        this.clock = new StoreClock(jdbi);
        this.storeId = jdbi.withHandle(handle ->
                handle.select("select id from store").mapTo(String.class).one());
    }

    /** Connects and brings the schema up to date; two processes may do so at once. */
    public static Database open(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setPoolName("pith");
        config.addDataSourceProperty("ApplicationName", "pith");
        return open(new HikariDataSource(config));
    }

    /** The same over a source that is there already; closing this closes the source where it can be closed. */
    public static Database open(DataSource source) {
        Migrations.run(source);
        return new Database(source);
    }

    /** The identity of this database, made by its first migration. */
    public String storeId() {
        return storeId;
    }

    /** The time by the database's clock, which all processes of a store share: due times and cooldowns are told by it. */
    public Instant now() {
        return clock.instant();
    }

    /** The Temporal that this process's work runs on; null where it works on none. */
    public @Nullable String temporal() {
        return temporal;
    }

    /**
     * Notes the Temporal that this process's work runs on.
     *
     * @param id the same wherever it is reached
     * @param told what users are told of it
     */
    public void runsOn(String id, String told) {
        table(Temporals.class).note(id, told);
        temporal = id;
    }

    /** One table's statements, each in a transaction of its own. */
    public <T> T table(Class<T> type) {
        return jdbi.onDemand(type);
    }

    /**
     * Opens connections before they are needed: each takes tens of milliseconds.
     *
     * @param connections how many are needed at the same time; half of the pool at most, since others are at work
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

    /** Several statements as one transaction. */
    public <T> T transact(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /** Several reads of one state of the data. */
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
