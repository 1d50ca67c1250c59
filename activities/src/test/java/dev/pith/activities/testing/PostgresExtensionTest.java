package dev.pith.activities.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("servers")
class PostgresExtensionTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    @RegisterExtension
    static final PostgresExtension other = new PostgresExtension();

    @Test
    void everyExtensionHasADatabaseOfItsOwn() throws SQLException {
        assertThat(ask(postgres.dataSource(), "select current_database()"))
                .isNotEqualTo(ask(other.dataSource(), "select current_database()"));
    }

    @Test
    void theUrlNeedsNothingElse() throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl())) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void chineseTextHasTrigrams() throws SQLException {
        ask(postgres.dataSource(), "create extension if not exists pg_trgm; select 1");
        assertThat(ask(postgres.dataSource(), "select array_length(show_trgm('中文字'), 1)"))
                .isEqualTo("4");
    }

    private static String ask(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (var result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
