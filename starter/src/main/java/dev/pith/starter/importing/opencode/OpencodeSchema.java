package dev.pith.starter.importing.opencode;

import dev.pith.starter.importing.sqlite.NeededTables;
import dev.pith.starter.importing.sqlite.SqliteDatabase;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables of opencode's database. opencode 1.2 to 1.x has {@code session}, {@code message} and {@code part};
 * opencode 2 leaves them as they were and writes {@code session_v2} and {@code session_message}.
 *
 * @param sessionTables the columns of each table of sessions, the newer table first
 * @param original whether there are messages of opencode 1
 * @param projected whether there are messages of opencode 2
 */
record OpencodeSchema(Map<String, Set<String>> sessionTables, boolean original, boolean projected) {

    static final String SECOND = "session_v2";
    static final String FIRST = "session";

    private static final NeededTables NEEDED = new NeededTables(Map.of(
            FIRST,
            Set.of("id"),
            SECOND,
            Set.of("id"),
            "message",
            Set.of("id", "session_id", "time_created", "data"),
            "part",
            Set.of("id", "message_id", "data"),
            "session_message",
            Set.of("id", "session_id", "type", "seq", "time_created", "data")));

    static OpencodeSchema of(SqliteDatabase database) throws SQLException {
        Map<String, Set<String>> sessions = new LinkedHashMap<>();
        for (String table : List.of(SECOND, FIRST)) {
            if (NEEDED.has(database, table)) {
                sessions.put(table, database.columns(table));
            }
        }
        return new OpencodeSchema(
                sessions,
                NEEDED.has(database, "message") && NEEDED.has(database, "part"),
                NEEDED.has(database, "session_message"));
    }

    /** Returns whether this is opencode's database, in a form that can be read. */
    boolean isKnown() {
        return !sessionTables.isEmpty() && (original || projected);
    }

    /** Returns the columns that opencode's tables lack in a database; null if it is of another program. */
    static @Nullable String lacks(SqliteDatabase database) throws SQLException {
        Set<String> tables = new TreeSet<>(database.tables());
        tables.retainAll(NEEDED.columns().keySet());
        if (tables.size() < 2) {
            return null;
        }
        String columns = NEEDED.lacking(database).stream()
                .filter(lacking -> lacking.contains("."))
                .collect(Collectors.joining(", "));
        return columns.isEmpty() ? "messages" : columns;
    }
}
