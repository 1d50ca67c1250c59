package dev.pith.starter.runtime;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** Queries a PostgreSQL server for its identity and settings. */
public final class PostgresProbe {

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String WRONG_PASSWORD = "28P01";

    private static final String TIMEOUT_SECONDS = "10";

    private PostgresProbe() {}

    /** The server's answer; {@code durable} is true if fsync and synchronous_commit are both on. */
    public record Answer(String version, Path data, boolean durable) {}

    public static Answer ask(DatabaseAddress database) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select current_setting('server_version'), current_setting('data_directory'),
                               current_setting('fsync') = 'on' and current_setting('synchronous_commit') = 'on'
                        """)) {
            row.next();
            return new Answer(row.getString(1), Path.of(row.getString(2)), row.getBoolean(3));
        }
    }

    /** Returns whether pg_trgm finds trigrams in Chinese text; empty if the extension is not available. */
    public static Optional<Boolean> findsChineseTrigrams(DatabaseAddress database) throws SQLException {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select 1 from pg_extension where extname = 'pg_trgm'")) {
                if (!row.next()) {
                    return Optional.empty();
                }
            }
            try (ResultSet row = statement.executeQuery("select cardinality(show_trgm('中文字')) > 0")) {
                row.next();
                return Optional.of(row.getBoolean(1));
            }
        }
    }

    /** Creates the database in a new cluster, over a connection to another database. */
    static void createDatabase(DatabaseAddress maintenance) throws SQLException {
        try (Connection connection = connect(maintenance);
                var statement = connection.createStatement()) {
            statement.execute("create database " + PostgresCluster.DATABASE);
        }
    }

    static boolean isMissingDatabase(SQLException problem) {
        return NO_SUCH_DATABASE.equals(problem.getSQLState());
    }

    static boolean isWrongPassword(SQLException problem) {
        return WRONG_PASSWORD.equals(problem.getSQLState());
    }

    private static Connection connect(DatabaseAddress database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
        properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
        return DriverManager.getConnection(database.jdbcUrl(), properties);
    }
}
