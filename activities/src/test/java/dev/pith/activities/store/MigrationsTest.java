package dev.pith.activities.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pith.activities.testing.PostgresExtension;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/** Flyway is passed over only where it would find nothing to do. */
@Tag("servers")
class MigrationsTest {

    @RegisterExtension
    static final PostgresExtension postgres = new PostgresExtension();

    private final PGSimpleDataSource source = new PGSimpleDataSource();

    @BeforeEach
    void emptyDatabase() throws SQLException {
        source.setUrl(postgres.jdbcUrl());
        execute("drop schema public cascade; create schema public");
    }

    @Test
    void whatFlywayLeavesIsKnownAsApplied() {
        assertThat(Migrations.areApplied(source)).isFalse();
        Migrations.run(source);
        assertThat(Migrations.areApplied(source))
                .as("every file of db/migration is listed, with Flyway's own checksum")
                .isTrue();
        assertThat(flyway(source).info().pending()).isEmpty();
    }

    @Test
    void anEditedMigrationIsStillRefused() throws SQLException {
        Migrations.run(source);
        execute("update flyway_schema_history set checksum = checksum + 1 where version = '1'");
        assertThatThrownBy(() -> Migrations.run(source))
                .isInstanceOf(FlywayValidateException.class)
                .hasMessageContaining("checksum");
    }

    @Test
    void aMigrationThatFailedOrIsNotOursIsLeftToFlyway() throws SQLException {
        Migrations.run(source);
        execute("update flyway_schema_history set success = false where version = '1'");
        assertThat(Migrations.areApplied(source)).isFalse();
        execute("""
                update flyway_schema_history set success = true;
                insert into flyway_schema_history
                select installed_rank + 1, '9999', 'newer', type, 'V9999__newer.sql', 7, installed_by, now(), 1, true
                from flyway_schema_history order by installed_rank desc limit 1
                """);
        assertThat(Migrations.areApplied(source)).isFalse();
        assertThatThrownBy(() -> Migrations.run(source))
                .isInstanceOf(NewerSchemaException.class)
                .hasMessage(
                        "the schema is newer than this Pith: it has the migration V9999__newer.sql, which this version does"
                                + " not know. Use the newer Pith, or another database");
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure().dataSource(source).load();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
