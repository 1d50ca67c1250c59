package dev.pith.activities.testing;

import dev.pith.activities.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** The one PostgreSQL server of this JVM: started when first needed, stopped when the JVM ends. */
final class SharedPostgres {

    private static final String USER = "postgres";

    private static final EmbeddedPostgres SERVER = start();

    private SharedPostgres() {}

    /** Makes a database that is migrated: a copy, since migrating takes ten times as long. */
    static void create(String name) throws SQLException {
        execute("create database " + name + " template " + Template.NAME);
        try (var connection = database(name).getConnection();
                var statement = connection.createStatement()) {
            // Each has an identity of its own, as its first migration would have given it.
            statement.execute("update store set id = substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)");
        }
    }

    static DataSource database(String name) {
        return SERVER.getDatabase(USER, name);
    }

    static String jdbcUrl(String name) {
        return SERVER.getJdbcUrl(USER, name);
    }

    static void execute(String sql) throws SQLException {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static EmbeddedPostgres start() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        try {
            return EmbeddedPostgres.builder()
                    // pg_trgm finds nothing in Chinese text under the plain C ctype; macOS has no C.UTF-8.
                    .setLocaleConfig("lc-ctype", mac ? "UTF-8" : "C.UTF-8")
                    // Nothing in it outlives the JVM.
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for tests does not start", e);
        }
    }

    /** Nobody may be connected to it while it is copied. */
    private static final class Template {

        static final String NAME = migrated("pith_template");

        private static String migrated(String name) {
            try {
                execute("create database " + name + " template template0");
            } catch (SQLException e) {
                throw new IllegalStateException("The template database for tests cannot be made", e);
            }
            Database.open(SharedPostgres.database(name)).close();
            return name;
        }
    }
}
