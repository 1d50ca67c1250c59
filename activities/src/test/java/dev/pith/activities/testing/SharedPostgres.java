package dev.pith.activities.testing;

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
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL for tests does not start", e);
        }
    }
}
