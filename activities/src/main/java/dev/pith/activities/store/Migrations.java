package dev.pith.activities.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Migrates the schema with Flyway. Does not start Flyway if its history equals the expected one, since its check is
 * slow.
 */
final class Migrations {

    /** All files of {@code db/migration}, in order. */
    private static final List<String> FILES = List.of(
            "V1__schema.sql",
            "V2__backfill.sql",
            "V3__begun_permits.sql",
            "V4__forks.sql",
            "V5__system_messages.sql",
            "V6__slots.sql",
            "V7__temporal.sql",
            "V8__indexes.sql",
            "V9__search.sql",
            "V10__erased.sql",
            "V11__layers.sql",
            "V12__appends.sql",
            "V13__lists.sql");

    private Migrations() {}

    /**
     * Migrates the schema if it is not up to date.
     *
     * @throws NewerSchemaException if the schema has migrations that this version does not know; Flyway would accept
     *     them
     */
    static void run(DataSource source) {
        if (!areApplied(source)) {
            refuseNewer(source);
            Flyway.configure().dataSource(source).load().migrate();
        }
    }

    private static void refuseNewer(DataSource source) {
        List<String> unknown = new ArrayList<>(scripts(source));
        unknown.removeAll(FILES);
        if (!unknown.isEmpty()) {
            throw new NewerSchemaException(unknown.get(unknown.size() - 1));
        }
    }

    /** Returns the applied migrations in order; empty if there is no history. */
    private static List<String> scripts(DataSource source) {
        List<String> scripts = new ArrayList<>();
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select script from flyway_schema_history where script like 'V%.sql' order by installed_rank
                        """)) {
            while (rows.next()) {
                scripts.add(rows.getString(1));
            }
        } catch (SQLException e) {
            return List.of();
        }
        return scripts;
    }

    /**
     * Returns whether exactly these migrations, with these checksums, were applied successfully. Otherwise, e.g. with a
     * newer schema, an edited file or no history, Flyway decides.
     */
    static boolean areApplied(DataSource source) {
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select script, checksum, success from flyway_schema_history order by installed_rank
                        """)) {
            List<Applied> history = new ArrayList<>();
            while (rows.next()) {
                history.add(new Applied(rows.getString(1), rows.getInt(2), rows.getBoolean(3)));
            }
            return history.equals(FILES.stream().map(Migrations::whenApplied).toList());
        } catch (SQLException e) {
            return false;
        }
    }

    private record Applied(String script, int checksum, boolean success) {}

    /** Computes Flyway's checksum: the CRC-32 of the lines without line ends. */
    private static Applied whenApplied(String file) {
        CRC32 checksum = new CRC32();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Migrations.class.getResourceAsStream("/db/migration/" + file), file),
                StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Applied(file, (int) checksum.getValue(), true);
    }
}
