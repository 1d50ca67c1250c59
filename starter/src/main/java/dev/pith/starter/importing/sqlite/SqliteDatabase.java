package dev.pith.starter.importing.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;

/**
 * Another program's database, opened for reading only; its writers are not held up. With a write-ahead log beside it,
 * committed changes in the log are read too. Without one nobody has it open: it is then read without locks, so that no
 * file is created beside it. Not thread-safe.
 */
public final class SqliteDatabase implements AutoCloseable {

    /** How long to wait for a writer that keeps readers out, e.g. while it migrates. */
    private static final int PATIENCE_MILLIS = 3_000;

    /** Receives a row of a query. */
    public interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private final Path file;
    private Connection connection;
    private boolean unlocked;

    private SqliteDatabase(Path file) throws SQLException {
        this.file = real(file);
        this.unlocked = isAtRest();
        this.connection = connect();
    }

    /** Opens a database. */
    public static SqliteDatabase open(Path file) throws SQLException {
        return new SqliteDatabase(file);
    }

    /** Resolves links: SQLite's log is beside the file that they lead to. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    /** Prepares a query. Statements prepared before {@link #refresh()} must not be used after it. */
    public PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Opens the database anew if a program has begun to write since it was opened at rest. */
    public void refresh() throws SQLException {
        if (unlocked && !isAtRest()) {
            unlocked = false;
            connection.close();
            connection = connect();
        }
    }

    /** Returns the names of all tables. */
    public Set<String> tables() throws SQLException {
        return new LinkedHashSet<>(texts("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"));
    }

    /** Returns the columns of a table; empty if there is no such table. */
    public Set<String> columns(String table) throws SQLException {
        return new LinkedHashSet<>(texts("SELECT name FROM pragma_table_info(?)", table));
    }

    /** Returns the first column of all rows of a query, in its order. */
    public List<String> texts(String sql, String... arguments) throws SQLException {
        List<String> texts = new ArrayList<>();
        each(sql, List.of(arguments), row -> texts.add(row.getString(1)));
        return texts;
    }

    /** Gives all rows of a query to the receiver, which must not keep them. */
    public void each(String sql, List<String> arguments, Row receiver) throws SQLException {
        try (PreparedStatement query = prepare(sql)) {
            for (int i = 0; i < arguments.size(); i++) {
                query.setString(i + 1, arguments.get(i));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    receiver.read(rows);
                }
            }
        }
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(PATIENCE_MILLIS);
        String path = file.toAbsolutePath().toUri().getRawPath();
        return config.createConnection("jdbc:sqlite:file:" + path + (unlocked ? "?immutable=1" : "?mode=ro"));
    }

    /** Returns whether no program has the database open: one that does has a write-ahead log beside it. */
    private boolean isAtRest() {
        return !Files.exists(file.resolveSibling(file.getFileName() + "-wal")) && SqliteHeader.usesLog(file);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
